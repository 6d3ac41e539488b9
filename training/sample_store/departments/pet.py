"""Pet supplies."""

from training.sample_store.product_types import Department

_PET = Department(
    "Pet",
    brands="Barkwell, Muddy Basil, Furrowtail, Tailgrove",
    titles="""
    {brand} {series} {size} {feature} {noun}<, {color}>
    {brand} {feature} {noun} {extra}<, {color}><, {size}> {pack}
    {size} {material} {noun} {extra}<, {color}> {pack}
    {feature} {noun} {extra}<, {size}>< - {brand}> {pack}
    {brand} {material} {noun} {extra}<, {color}>
    {color} {feature} {material} {noun}<, {size}>< by {brand}> {pack}
    """,
)

_FOOD_TITLES = """
{brand} {series} {feature} {noun}<, {extra}><, {size}> {pack}
{brand} {feature} {noun}<, {size}><, {extra}> {pack}
{brand} {extra} {feature} {noun}<, {size}> {pack}
{feature} {noun}<, {extra}><, {size}>< by {brand}> {pack}
"""

TYPES = (
    _PET.define(
        "Dog Beds",
        nouns="Dog Bed, Pet Bed, Dog Sofa Bed, Dog Cushion Bed",
        words="dog bed, pet bed, bed for dog, puppy bed",
        price=(18, 169),
        count=32,
        sizes="S, M, L, XL",
        colors="Gray, Brown, Navy, Teal, Khaki, Charcoal",
        materials="Fleece, Canvas, Memory Foam, Faux Fur, Denim",
        features="Orthopedic, Elevated, Washable, Cooling",
        extras="with Removable Cover, with Bolsters, with Nonskid Bottom",
        confusable="Bed Frames, Dog Crates, Throw Pillows, Mattresses, Cat Trees",
        facts="""
        The cover unzips on three sides for the wash.
        {material} that [sheds fur|gives under elbows].
        A low lip in front for old hips, bolsters for chins.
        +Orthopedic: Orthopedic foam, four inches, does not flatten under a shepherd.
        +Elevated: Elevated on a frame, so air moves underneath.
        """,
        asks="""
        bed for large dog | size=L
        orthopedic dog bed xl | feature=Orthopedic, size=XL
        cot for dogs raised off ground | feature=Elevated
        """,
    ),
    _PET.define(
        "Dog Food",
        nouns="Dry Dog Food, Dog Food, Dry Food for Dogs, Dog Kibble",
        words="dog food, dry dog food, kibble, dog kibble, dogfood",
        brands="Tailgrove, Furrowtail, Muddy Basil",
        price=(7, 89),
        count=30,
        sizes="4 lb., 15 lb., 24 lb., 30 lb., 40 lb.",
        features="Grain-Free, Puppy, Senior, Small Breed, Large Breed",
        titles=_FOOD_TITLES,
        extras="Chicken & Rice, Salmon & Sweet Potato, Beef & Barley, Lamb & Oats",
        confusable="Cat Food, Dog Toys, Dog Beds, Bird Seed",
        facts="""
        [Chicken|Meat] is the first thing on the list, corn is not on it.
        Crunch that [cleans teeth a little|a small mouth can manage].
        Reseals with a slider; {size} lasts a fifty-pound dog a while.
        +Puppy: Puppy recipe with more fat and DHA, up to a year old.
        +Senior: Senior recipe with glucosamine for stiff mornings.
        """,
        asks="""
        food for older dogs | feature=Senior
        puppy food small bag 4 lb | feature=Puppy, size=4 lb.
        """,
    ),
    _PET.define(
        "Cat Food",
        nouns="Dry Cat Food, Cat Food, Dry Food for Cats, Cat Kibble",
        words="cat food, dry cat food, kitty food, catfood",
        brands="Whiskerton, Tailgrove, Furrowtail",
        price=(6, 64),
        count=28,
        sizes="3 lb., 7 lb., 12 lb., 16 lb.",
        features="Grain-Free, Kitten, Senior, Indoor, Hairball",
        titles=_FOOD_TITLES,
        extras="Chicken & Turkey, Salmon & Tuna, Whitefish, Duck & Pea",
        confusable="Dog Food, Cat Litter, Cat Trees, Stuffed Animals",
        facts="""
        Taurine for eyes and heart, fiber for the rest.
        Picky cats [clean the bowl|walk toward it].
        {size} bag, zipper at the top.
        +Hairball: Hairball control by beet fiber, not oil.
        """,
        asks="food for kittens | feature=Kitten",
    ),
    _PET.define(
        "Cat Litter",
        nouns="Cat Litter, Clumping Cat Litter, Kitty Litter, Odor Control Cat Litter",
        words="cat litter, kitty litter, litter, cat sand",
        brands="Whiskerton, Furrowtail, Tailgrove",
        price=(8, 42),
        count=22,
        sizes="7 lb., 14 lb., 20 lb., 35 lb., 40 lb.",
        materials="Clay, Pine, Corn, Paper",
        features="Unscented, Scented, Lightweight, Low Dust",
        titles="""
        {brand} {series} {feature} {material} {noun}<, {size}>
        {brand} {noun}<, {feature}><, {size}>
        {feature} {noun} {extra}<, {size}>< - {brand}>
        {size} {feature} {noun} {extra}
        """,
        extras="for Multiple Cats, with Baking Soda, for Litter Boxes",
        confusable="Litter Boxes, Cat Food, Potting Soil",
        facts="""
        Clumps hard and lifts out whole.
        {material}, [low on tracks|kind to paws].
        Holds smell for [seven|ten] days, two cats.
        """,
        asks="pine pellets for cat box | material=Pine",
    ),
    _PET.define(
        "Litter Boxes",
        nouns="Litter Box, Cat Litter Box, Cat Litter Pan, Kitty Litter Box",
        words="litter box, litterbox, cat box, litter pan, cat toilet",
        brands="Whiskerton, Furrowtail, Barkwell",
        price=(11, 299),
        count=22,
        colors="Gray, White, Blue, Black, Brown",
        materials="Plastic, Stainless Steel",
        sizes="M, L, XL",
        features="Covered, Self-Cleaning, Top Entry",
        extras="with Scoop, with Carbon Filter, with High Sides",
        confusable="Cat Litter, Storage Bins, Trash Cans, Cat Trees",
        facts="""
        Sides high enough for diggers; a low door for kittens.
        {material} that does not hold smell.
        Splits in two for hosing out.
        +Self-Cleaning: Self-cleaning rake runs ten minutes after the cat leaves.
        +Covered: Covered, with a flap and a carbon pad.
        """,
        asks="automatic cat toilet | feature=Self-Cleaning",
    ),
    _PET.define(
        "Dog Leashes",
        nouns="Dog Leash, Leash, Dog Lead, Pet Leash",
        words="dog leash, leash, dog lead, dog walking lead",
        brands="Barkwell, Muddy Basil, Furrowtail",
        price=(6, 54),
        count=26,
        sizes="4 ft., 5 ft., 6 ft., 10 ft., 16 ft., 30 ft.",
        colors="pet",
        materials="Nylon, Leather, Rope, Biothane",
        features="Retractable, Hands-Free, Reflective",
        extras="with Padded Handle, with Traffic Handle, with Bag Holder",
        confusable="Dog Collars, Extension Cords, Belts, Dog Toys",
        facts="""
        {material}, [stitched in a box at the handle|soft from the first walk].
        The snap swivels and does not freeze.
        {size}: [close at the curb|slack enough to sniff].
        +Reflective: Reflective thread for winter evenings.
        +Hands-Free: Hands-free at the waist, with some spring.
        """,
        asks="""
        long lead for dog training 30 ft | size=30 ft.
        running leash goes around waist | feature=Hands-Free
        """,
    ),
    _PET.define(
        "Dog Collars",
        nouns="Dog Collar, Collar, Puppy Collar, Pet Collar",
        words="dog collar, collar, puppy collar, collar for dog",
        brands="Barkwell, Muddy Basil, Furrowtail",
        price=(5, 48),
        count=26,
        sizes="XS, S, M, L, XL",
        colors="pet",
        materials="Nylon, Leather, Cotton, Biothane",
        features="Reflective, Martingale, Personalized",
        extras="with Quick Release Buckle, with Bow Tie, with ID Ring, Matches Leash",
        confusable="Dog Leashes, Belts, Dog Jackets, Cat Trees",
        facts="""
        {material}, width scaled to the neck.
        The buckle has a lock for pullers.
        A second ring for tags, so they do not tangle with the leash.
        +Reflective: Reflective stitching both edges.
        """,
        asks="leather collar for big dog | material=Leather, size=L",
    ),
    _PET.define(
        "Dog Crates",
        nouns="Dog Crate, Dog Kennel, Dog Crate Kennel, Pet Crate",
        words="dog crate, dog kennel, dog cage, puppy crate, pet crate",
        brands="Barkwell, Furrowtail, Muddy Basil",
        price=(29, 289),
        count=24,
        sizes="24 in., 30 in., 36 in., 42 in., 48 in.",
        colors="Black, Tan, Gray, White",
        materials="Steel, Plastic, Wood, Canvas",
        features="Heavy-Duty, Airline Approved, Soft-Sided",
        extras="with Divider, with Tray, with 2 Doors, with Crate Cover",
        confusable="Dog Beds, Tents, Storage Bins, Strollers",
        facts="""
        {size} long; folds flat with a handle on the edge.
        The tray slides out the front.
        [Slide bolts|Paw-block latches] a clever dog cannot lift.
        """,
        asks="big cage for german shepherd 48 | size=48 in.",
    ),
    _PET.define(
        "Dog Jackets",
        nouns="Dog Jacket, Dog Coat, Dog Vest, Pet Jacket",
        words="dog jacket, dog coat, coat for dogs, dog clothes",
        brands="Muddy Basil, Barkwell, Furrowtail",
        price=(11, 79),
        count=24,
        sizes="XS, S, M, L, XL",
        colors="Red, Navy, Black, Olive, Pink, Plum",
        materials="Fleece, Nylon, Cotton, Wool",
        features="Waterproof, Reflective, Reversible",
        extras="with Leash Hole, with Belly Strap, with Hood, for Winter",
        confusable="Puffer Jackets, Rain Jackets, Dog Collars, Sweaters",
        facts="""
        Covers back and chest, leaves the legs alone.
        {material} inside a [windproof shell|quilted cover].
        One strap under, adjustable, out of the way of business.
        +Waterproof: Waterproof, for dogs who hold it when it drizzles.
        """,
        asks="raincoat for dog medium | feature=Waterproof, size=M",
    ),
    _PET.define(
        "Cat Trees",
        nouns="Cat Tree, Cat Tower, Cat Condo, Cat Tree Tower",
        words="cat tree, cat tower, cat condo, climbing tree for cats",
        brands="Whiskerton, Furrowtail",
        price=(29, 239),
        count=22,
        sizes="32 in., 45 in., 54 in., 72 in.",
        colors="Gray, Beige, Brown, White",
        materials="Plush, Wood, Sisal, Carpet",
        features="Large Cat, Wall-Mounted, Modern",
        extras="with Scratching Posts, with Hammock, with Condo, with Dangling Toys",
        confusable="Bookcases, Cat Food, Ladders, Litter Boxes",
        facts="""
        {size} tall, with a strap to the wall for leapers.
        Posts are wrapped in sisal and can be turned when worn.
        The top perch takes a {material} lining and a twenty-pound cat.
        """,
        asks="tall tower for cat climbing 72 inch | size=72 in.",
    ),
    _PET.define(
        "Dog Toys",
        nouns="Dog Toy, Dog Chew Toy, Squeaky Dog Toy, Puppy Toy",
        words="dog toy, chew toy, toys for dogs, puppy toys",
        brands="Barkwell, Muddy Basil, Furrowtail",
        price=(4, 34),
        count=28,
        sizes="S, M, L",
        packs="1 1 2 3 6 12",
        colors="pet",
        materials="Rubber, Rope, Plush, Nylon, Latex",
        features="Indestructible, Interactive, Floating",
        extras="for Aggressive Chewers, Hedgehog, Tug Ring, Treat Ball, Bone, with Crinkle",
        confusable="Stuffed Animals, Dog Food, Toy Trucks, Basketballs",
        facts="""
        {material} that [bounces crooked|floats nose up].
        Made for [jaws that finish others in an afternoon|mouths full of puppy teeth].
        Rinse it; the dog will not notice.
        +Interactive: Interactive: treats fall out only when it rolls.
        """,
        asks="toys for dogs that destroy everything | feature=Indestructible",
    ),
)
