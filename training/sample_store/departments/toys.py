"""Toys, games and baby."""

from training.sample_store.product_types import Department

_TOYS = Department(
    "Toys",
    brands="Tumblewick, Brickadoo, Pipkin & Plum, Wobblefox",
    titles="""
    {brand} {series} {feature} {noun} {extra}<, {size}>
    {brand} {size} {noun} {extra}<, {color}>
    {feature} {noun} {extra}<, {size}><, {color}>< by {brand}>
    {series} {material} {noun} {extra}< - {brand}>
    {brand} {feature} {material} {noun}<, {size}> {pack}
    """,
)

_BABY = Department(
    "Baby",
    brands="Littlemoss, Cubbyhill, Pipkin & Plum",
    titles="""
    {brand} {series} {feature} {noun}<, {size}><, {color}><, {pack}>
    {brand} {feature} {noun} {extra}<, {size}><, {pack}>
    {feature} {material} {noun}<, {size}> {extra}<, {color}><, {pack}>
    {noun}<, {size}><, {feature}><, {brand} {series}><, {pack}>
    """,
)

TYPES = (
    _TOYS.define(
        "Building Sets",
        nouns="Building Set, Building Blocks, Building Brick Set, Construction Set",
        words="building blocks, building set, toy bricks, construction blocks, blocks for kids",
        price=(9, 129),
        count=26,
        sizes="40-Piece, 100-Piece, 250-Piece, 500-Piece, 1000-Piece",
        materials="Plastic, Wood",
        colors="toy",
        features="Magnetic, Toddler, STEM",
        extras="Fire Station, Space Rocket, Castle, Race Car, with Storage Box, with Motor",
        confusable="Jigsaw Puzzles, Toy Trucks, Cat Trees, Bookcases",
        facts="""
        {size} in a tub that doubles as storage.
        The steps are pictures, so readers and pre-readers build together.
        Fits the bricks already in the house.
        Comes apart and becomes [a dozen other things|whatever is needed today].
        +Magnetic: Magnetic edges click, so towers stand on the first try.
        """,
        asks="""
        blocks with magnets for 4 year old | feature=Magnetic
        big box of bricks 1000 pieces | size=1000-Piece
        """,
    ),
    _TOYS.define(
        "Board Games",
        nouns="Board Game, Family Board Game, Strategy Board Game, Party Board Game",
        words="board game, family game, boardgame, tabletop game",
        price=(9, 69),
        count=26,
        sizes="2-4 Players, 2-6 Players, 3-8 Players",
        features="Cooperative, Travel, Kids, Award Winning",
        extras="Lantern Harbor, The Mushroom Heist, Count of Cards, Sheep Street, Night Train, Owl Post",
        titles="""
        {brand} {extra} {noun}<, {size}>
        {extra} - {feature} {noun}<, {size}>< by {brand}>
        {brand} {feature} {noun} [Night|Box|]<: {extra}><, {size}>
        {extra}, {feature} {noun} for [Ages 8+|Ages 6+|Adults and Teens]
        """,
        confusable="Jigsaw Puzzles, Cutting Boards, Whiteboards",
        facts="""
        Five minutes to learn, [thirty|forty-five] to play.
        For {size}; the rules fit on [one sheet|the lid].
        No one is knocked out before the end.
        +Cooperative: Cooperative: everyone wins or the tide comes in.
        """,
        asks="game where everyone plays together | feature=Cooperative",
    ),
    _TOYS.define(
        "Jigsaw Puzzles",
        nouns="Jigsaw Puzzle, Puzzle, Jigsaw",
        words="jigsaw puzzle, puzzle, puzzles, jigsaw",
        price=(7, 39),
        count=26,
        sizes="24-Piece, 100-Piece, 500-Piece, 1000-Piece, 2000-Piece",
        materials="Cardboard, Wood",
        features="Floor, Large Piece, Glow in the Dark",
        extras="Autumn Canal, Cats in the Library, World Map, Dinosaur Valley, Seed Packets, Harbor at Dawn",
        titles="""
        {brand} {extra} {size} {feature} {noun}
        {size} {feature} {noun}, {extra}< by {brand}>
        {extra} - {size} {material} {noun}
        {brand} {material} {noun}, {extra}<, {size}>
        """,
        confusable="Board Games, Building Sets, Dolls",
        facts="""
        Pieces are [cut thick|linen finished] and lift together.
        No two are the same shape.
        A poster of the picture is in the box.
        +Large Piece: Large piece cut for older hands and eyes.
        """,
        asks="""
        1000 piece puzzle for adults | size=1000-Piece
        puzzles with big pieces for seniors | feature=Large Piece
        """,
    ),
    _TOYS.define(
        "Dolls",
        nouns="Doll, Baby Doll, Rag Doll, Fashion Doll",
        words="doll, baby doll, dolly, dolls",
        brands="Pipkin & Plum, Tumblewick, Wobblefox, Cubbyhill",
        price=(9, 89),
        count=24,
        sizes="8 in., 12 in., 14 in., 18 in.",
        materials="Cloth, Vinyl, Plastic",
        features="Talking, Washable, Soft Body",
        extras="with Stroller, with Outfits, with Bottle and Pacifier, with Brushable Hair",
        confusable="Stuffed Animals, Strollers, Baby Bottles, Dresses",
        facts="""
        Stands {size} tall; clothes close with fabric tabs little fingers can work.
        {material} face, [painted|embroidered], nothing to pull off.
        Arms and legs bend for sitting at tea.
        """,
        asks="doll for 4 year old",
    ),
    _TOYS.define(
        "Stuffed Animals",
        nouns="Stuffed Animal, Plush Toy, Plush, Stuffed Toy",
        words="stuffed animal, plush toy, plushie, soft toy, stuffy",
        brands="Pipkin & Plum, Tumblewick, Wobblefox, Cubbyhill",
        price=(6, 59),
        count=28,
        sizes="6 in., 10 in., 14 in., 20 in., 36 in.",
        colors="Brown, Gray, Pink, White, Multicolor, Cream",
        materials="Polyester, Cotton, Faux Fur",
        features="Weighted, Jumbo, Washable",
        extras="Bear, Otter, Elephant, Sloth, Puppy, Kitten, Fox, Bunny",
        titles="""
        {brand} {extra} {noun}<, {size}><, {color}>
        {size} {feature} {extra} {noun}< by {brand}>
        {brand} {series} {feature} {extra} {noun}<, {color}>
        {color} {extra} {feature} {noun}<, {size}>
        """,
        confusable="Dog Toys, Dolls, Throw Pillows, Cat Food",
        facts="""
        {material} outside, [beans in the paws|firm in the neck] so it sits up.
        Eyes and nose are stitched, safe from the first day.
        [Long arms for dragging by|The right size for the crook of an arm].
        +Weighted: Weighted with three pounds of beads for calm laps.
        """,
        asks="giant plush 36 inches | size=36 in.",
    ),
    _TOYS.define(
        "Toy Trucks",
        nouns="Toy Truck, Dump Truck Toy, Toy Fire Truck, Construction Truck",
        words="toy truck, toy trucks, truck toy, play truck",
        price=(7, 69),
        count=24,
        colors="Yellow, Red, Green, Blue, Orange",
        materials="Plastic, Wood, Metal, Recycled Plastic",
        packs="1 1 1 3 5",
        pack_word="Set",
        features="Remote Control, Pull-Back, Ride-On",
        extras="with Lights and Sounds, with Loader, for Sandbox, with Drivers",
        confusable="Building Sets, Strollers, Tape Measures, Stuffed Animals",
        facts="""
        Wheels run on [carpet and gravel|kitchen floors and sidewalks].
        {material}, rounded where it might be chewed.
        The bed tips, the gate swings.
        +Remote Control: Remote control works through a door and into the next room.
        """,
        asks="rc truck for kids | feature=Remote Control",
    ),
    _BABY.define(
        "Strollers",
        nouns="Stroller, Baby Stroller, Infant Stroller",
        words="stroller, baby stroller, pushchair, buggy, pram",
        brands="Littlemoss, Cubbyhill, Velloway",
        price=(49, 649),
        count=24,
        colors="Black, Gray, Navy, Sage, Teal",
        materials="Aluminum, Steel",
        features="Lightweight, Jogging, Double, Travel System",
        extras="with Canopy, with Cup Holder, One-Hand Fold, with Car Seat Adapter",
        confusable="Dolls, Running Shoes, Diapers, Toy Trucks",
        facts="""
        Folds [with one hand, baby in the other|and stands by itself].
        The {material} frame carries 50 pounds of child and a basket of groceries.
        The seat lies back for naps; the canopy reaches the knees.
        +Jogging: Jogging wheels, air filled, with a locking front.
        +Double: Double seats side by side, through a standard door.
        """,
        asks="stroller for twins | feature=Double",
    ),
    _BABY.define(
        "Diapers",
        nouns="Diapers, Baby Diapers, Disposable Diapers",
        words="diapers, nappies, baby diapers, disposable nappies",
        price=(8, 58),
        count=28,
        sizes="Newborn, Size 1, Size 2, Size 3, Size 4, Size 5, Size 6",
        packs="24 32 68 84 120 174",
        pack_word="Count",
        features="Overnight, Sensitive, Swim",
        confusable="Baby Wipes, Dog Crates, Trash Bags",
        extras="with Wetness Indicator, with Leak Guard",
        facts="""
        The stripe turns [blue|green] when it is time.
        Dry for [twelve hours|a long car ride].
        Stretchy sides move with crawlers.
        +Overnight: Overnight core holds a third more.
        """,
        asks="""
        size 4 diapers bulk | size=Size 4
        night time diapers size 5 | feature=Overnight, size=Size 5
        """,
    ),
    _BABY.define(
        "Baby Wipes",
        nouns="Baby Wipes, Wet Wipes, Diaper Wipes",
        words="baby wipes, wet wipes, diaper wipes, babywipes",
        brands="Littlemoss, Cubbyhill, Kindroot",
        price=(3, 34),
        count=20,
        packs="56 80 240 480 720",
        pack_word="Count",
        materials="Cotton, Bamboo Viscose, Plant Fiber",
        features="Unscented, Sensitive, Scented",
        extras="with Flip-Top Lid, with Aloe, Thick and Soft",
        confusable="Diapers, Laundry Detergent, Bath Towels",
        facts="""
        Comes out one at a time.
        {material}, strong enough for [a real mess|bananas].
        [99|98] percent water; the rest is on the label in words you know.
        """,
    ),
    _BABY.define(
        "Baby Bottles",
        nouns="Baby Bottle, Baby Bottles, Feeding Bottle, Infant Bottle",
        words="baby bottles, baby bottle, feeding bottle, infant bottles",
        price=(6, 49),
        count=22,
        sizes="4 oz., 5 oz., 8 oz., 9 oz., 11 oz.",
        packs="1 2 3 4 6",
        colors="Clear, Mint, Blush, Gray, Light Blue",
        materials="Plastic, Glass, Silicone, Stainless Steel",
        features="Anti-Colic, Wide Neck, Breast-Like",
        extras="with Slow Flow Nipple, with Carry Sleeve, with Handles",
        confusable="Water Bottles, Dolls, Diapers",
        facts="""
        The base unscrews, so nothing needs a tiny brush.
        {material}, marked in ounces up both sides.
        +Anti-Colic: Anti-colic vent keeps air out of the milk.
        """,
        asks="glass bottles for newborn 4 oz | material=Glass, size=4 oz.",
    ),
    _BABY.define(
        "Crib Sheets",
        nouns="Crib Sheet, Fitted Crib Sheet, Baby Crib Sheet, Baby Bed Sheet",
        words="crib sheets, crib sheet, cot sheet, baby bed sheet, toddler mattress sheet",
        price=(8, 42),
        count=22,
        packs="1 2 2 3",
        colors="baby",
        materials="Cotton, Organic Cotton, Muslin, Jersey",
        features="Waterproof, Stars, Woodland Animals",
        extras="for Standard Crib, with Elastic All Around, Machine Washable",
        confusable="Sheet Sets, Diapers, Throw Blankets, Stuffed Animals",
        facts="""
        Fits a standard 28 by 52 inch mattress, tight enough to be safe.
        {material}, [washed before it is sewn|softer by the second month].
        +Waterproof: Waterproof underneath, quiet on top.
        """,
        asks="fitted sheet for baby bed waterproof | feature=Waterproof",
    ),
)
