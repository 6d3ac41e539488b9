"""Sports and outdoors: camping, fitness, cycling, ball sports, fishing."""

from training.sample_store.product_types import Department

_OUTDOOR = Department(
    "Outdoors",
    brands="Summivar, Fenwold, Northrill, Quillback",
    titles="""
    {brand} {series} {size} {feature} {noun}<, {color}>
    {brand} {size} {noun} {extra}<, {color}> {pack}
    {size} {feature} {noun} {extra}<, {color}> {pack}
    {feature} {material} {noun}<, {size}>< - {brand}> {pack}
    {brand} {series} {noun} {extra}<, {size}><, {color}>
    {brand} {model} {feature} {noun}<, {size}><, {color}>
    """,
)

_FITNESS = Department(
    "Fitness",
    brands="Ironlark, Red Tern, Fenwold",
    titles="""
    {brand} {size} {material} {noun} {extra}<, {color}> {pack}
    {feature} {noun}<, {size}> {extra}<, {color}> {pack}
    {brand} {series} {feature} {noun}<, {size}><, {color}> {pack}
    {size} {feature} {material} {noun}< by {brand}> {pack}
    {color} {size} {noun} {extra}< - {brand}> {pack}
    """,
)

TYPES = (
    _OUTDOOR.define(
        "Tents",
        nouns="Tent, Camping Tent, Outdoor Tent, Dome Tent",
        words="tent, camping tent, camp tent, tents",
        price=(39, 549),
        count=30,
        sizes="1-Person, 2-Person, 3-Person, 4-Person, 6-Person, 8-Person",
        colors="outdoor",
        materials="Polyester, Nylon, Canvas",
        features="Pop-Up, Waterproof, 3-Season, Ultralight",
        extras="with Rainfly, with Screen Porch, with Footprint, with Carry Bag",
        confusable="Sleeping Bags, Camping Chairs, Dog Crates, Patio Umbrellas",
        facts="""
        Goes up in [five|ten] minutes: two poles cross, clips do the rest.
        {size} by the label, [one fewer with gear|with room for boots inside].
        Mesh above the waist for stars, a fly for weather.
        The floor wraps up the walls [like a bathtub|six inches], so seams sit off the ground.
        +Pop-Up: Pop-up frame springs open as you throw it.
        +Ultralight: Ultralight at [two and a half|three] pounds with stakes.
        """,
        asks="""
        family tent for 8 people | size=8-Person
        tent that sets up by itself | feature=Pop-Up
        light tent for backpacking 2 person | size=2-Person, feature=Ultralight
        """,
    ),
    _OUTDOOR.define(
        "Sleeping Bags",
        nouns="Sleeping Bag, Camping Sleeping Bag, Outdoor Sleeping Bag",
        words="sleeping bag, sleepingbag, camp sleeping bag, camping bedroll",
        price=(22, 389),
        count=26,
        sizes="Short, Regular, Long, Double",
        specs="0 Degree, 20 Degree, 30 Degree, 40 Degree",
        colors="outdoor",
        materials="Down, Polyester, Flannel, Nylon",
        features="Kids, Ultralight, Cold Weather",
        extras="with Compression Sack, with Pillow Pocket, with Draft Tube",
        titles="""
        {brand} {series} {spec} {noun}<, {size}><, {color}>
        {spec} {feature} {noun} {extra}<, {color}>
        {brand} {feature} {noun} {extra}<, {spec}><, {size}>
        {size} {material} {noun}<, {spec}>< - {brand}>
        """,
        confusable="Tents, Comforters, Trash Bags, Mattresses",
        facts="""
        {spec} rating for [warm|average] sleepers in a tent on a pad.
        The zipper [has a guard against snagging|opens at the feet for cooling off].
        Stuffs to the size of [a loaf of bread|a basketball].
        {material} inside, soft on bare arms.
        """,
        asks="sleeping bag for two people | size=Double",
    ),
    _OUTDOOR.define(
        "Camping Chairs",
        nouns="Camping Chair, Camp Chair, Folding Camp Chair, Portable Chair",
        words="camping chair, camp chair, folding chair for camping, fold up camping chair",
        price=(17, 149),
        count=24,
        colors="outdoor",
        materials="Polyester, Mesh, Canvas",
        packs="1 1 1 2",
        features="Lightweight, Rocking, Heavy-Duty, Low",
        extras="with Cup Holder, with Side Table, with Canopy, with Carry Bag, Holds 300 lb.",
        near="Patio Chairs",
        confusable="Office Chairs, Bar Stools, Tents, Coolers",
        facts="""
        Folds like an umbrella and goes over a shoulder.
        Feet are wide, so they stay on top of [sand|soft grass].
        {material} seat, [no bar under the thighs|arms that do not sag].
        +Rocking: Rocking on shocks, level ground or not.
        """,
        asks="chair for beach low | feature=Low",
    ),
    _FITNESS.define(
        "Yoga Mats",
        nouns="Yoga Mat, Exercise Mat, Workout Mat, Fitness Mat",
        words="yoga mat, exercise mat, workout mat, gym mat, pilates mat",
        brands="Ironlark, Petra Lane, Fenwold",
        price=(11, 98),
        count=28,
        sizes="1/8 in., 1/4 in., 3/8 in., 1/2 in.",
        colors="gym",
        materials="PVC, TPE, Cork, Natural Rubber",
        features="Non-Slip, Extra Thick, Foldable",
        extras="with Carry Strap, 72 in. Long, with Alignment Lines, for Hot Yoga",
        confusable="Leggings, Chair Mats, Area Rugs, Sleeping Bags",
        facts="""
        {size} thick: enough for knees, [firm enough for balance|not so much you wobble].
        {material} with [closed cells that do not drink sweat|a dry, papery grip].
        Unroll it a day early; it lies flat and airs out.
        +Non-Slip: Non-slip on both faces, damp hands included.
        """,
        asks="thick mat for bad knees exercise | feature=Extra Thick",
    ),
    _FITNESS.define(
        "Dumbbells",
        nouns="Dumbbell, Dumbbells, Free Weight, Hand Weight",
        words="dumbbells, hand weights, dumbells, free weights, weights",
        price=(7, 299),
        count=28,
        sizes="3 lb., 5 lb., 8 lb., 10 lb., 15 lb., 20 lb., 25 lb., 50 lb.",
        packs="1 2 2 2",
        pack_word="Set",
        colors="Black, Purple, Teal, Gray, Blue",
        materials="Neoprene, Rubber, Cast Iron, Vinyl",
        features="Adjustable, Hex",
        extras="with Stand, for Home Gym, with Knurled Handle",
        confusable="Resistance Bands, Hammers, Dog Toys",
        facts="""
        {material} finish, [quiet on a floor|kind to hands].
        Six sides, so it does not roll off while you answer the door.
        The number is cast big on the end.
        +Adjustable: Adjustable by a dial from five pounds up.
        """,
        asks="10 pound weights set of 2 | size=10 lb., pack=2",
    ),
    _FITNESS.define(
        "Resistance Bands",
        nouns="Resistance Bands, Exercise Bands, Resistance Band Set, Loop Bands",
        words="resistance bands, exercise bands, workout bands, stretch bands",
        price=(7, 54),
        count=22,
        packs="1 3 5 11",
        pack_word="Set",
        colors="gym",
        materials="Latex, Fabric, Natural Rubber",
        features="Heavy, Light, Long",
        extras="with Handles, with Door Anchor, for Glutes, for Physical Therapy, with Bag",
        confusable="Belts, Dumbbells, Yoga Mats",
        facts="""
        {material} that [does not roll up the thigh|snaps back after a thousand pulls].
        The strength is printed on each.
        A pocket guide shows [twelve|twenty] moves.
        """,
        asks="bands for physical therapy shoulder",
    ),
    _OUTDOOR.define(
        "Water Bottles",
        nouns="Water Bottle, Sports Bottle, Sport Water Bottle, Hydration Bottle",
        words="water bottle, drink bottle, waterbottle, sports bottle, gym bottle",
        brands="Summivar, Fenwold, Nordvane, Simmerly",
        price=(9, 52),
        count=34,
        sizes="12 oz., 18 oz., 24 oz., 32 oz., 40 oz., 64 oz.",
        packs="1 1 1 1 2",
        colors="bottle",
        materials="Stainless Steel, Plastic, Glass, Aluminum",
        features="Insulated, Leakproof, Collapsible, Kids",
        extras="with Straw Lid, with Handle, with Time Marker, with Filter, Wide Mouth",
        near="Travel Mugs",
        confusable="Baby Bottles, Coolers, Garden Hoses",
        facts="""
        Takes ice cubes through the mouth and a brush through to the bottom.
        Holds {size}, [half a day's water|enough for a long class].
        {material}, [no taste|no sweat rings].
        Fits [side pockets|most cup holders].
        +Insulated: Insulated between walls: ice lasts till tomorrow.
        +Leakproof: Leakproof upside down, lid shut.
        """,
        asks="""
        stainless steel water bottle 32 oz | material=Stainless Steel, size=32 oz.
        half gallon jug for gym | size=64 oz.
        kids drink bottle for school | feature=Kids
        """,
    ),
    _OUTDOOR.define(
        "Coolers",
        nouns="Cooler, Ice Chest, Portable Cooler, Beach Cooler",
        words="cooler, ice chest, esky, ice box, beverage cooler",
        brands="Summivar, Fenwold, Quillback, Sunperch",
        price=(18, 329),
        count=26,
        sizes="12 qt., 20 qt., 30 qt., 45 qt., 65 qt.",
        colors="White, Tan, Ocean Blue, Gray, Red, Teal, Forest Green",
        materials="Plastic, Nylon, Polyester",
        features="Wheeled, Soft, Backpack",
        extras="with Cup Holders, with Drain Plug, 5-Day Ice, for 24 Cans",
        confusable="Storage Bins, Water Bottles, Hiking Backpacks, Fans",
        facts="""
        Keeps ice [two|three|five] days with the lid shut.
        Wide enough for [a watermelon half|bottles standing up].
        The drain threads take a garden hose.
        +Wheeled: Wheeled with a handle that locks up straight.
        +Backpack: Backpack straps leave hands free for towels.
        """,
        asks="cooler with wheels for beach 45 quart | feature=Wheeled, size=45 qt.",
    ),
    _OUTDOOR.define(
        "Hiking Backpacks",
        nouns="Hiking Backpack, Backpack, Daypack, Trekking Backpack",
        words="hiking backpack, backpack, rucksack, day pack, back pack",
        price=(24, 289),
        count=30,
        sizes="18 L, 25 L, 35 L, 50 L, 65 L",
        colors="outdoor",
        materials="Nylon, Polyester, Canvas",
        genders="Unisex, Unisex, Men, Women",
        features="Waterproof, Packable, Internal Frame",
        extras="with Rain Cover, with Hydration Sleeve, with Laptop Pocket, with Hip Belt",
        confusable="Laptop Sleeves, Coolers, Hiking Boots",
        facts="""
        {size} of room in one main bag, [a lid|a stretch pocket] and two side sleeves.
        The back panel [stands off for air|is ridged foam].
        Loads from the top, unloads from a zip at the bottom.
        +Packable: Packable into its own pocket, the size of an apple.
        """,
        asks="large pack for long trek 65 liter | size=65 L",
    ),
    _OUTDOOR.define(
        "Bike Helmets",
        nouns="Bike Helmet, Bicycle Helmet, Cycling Helmet, Bike & Skate Helmet",
        words="bike helmet, bicycle helmet, cycling helmet, helmet",
        brands="Velloway, Red Tern, Wobblefox",
        price=(17, 159),
        count=24,
        sizes="S, M, L, XL",
        colors="Black, White, Red, Blue, Hot Pink, Hi-Vis Yellow, Matte Black, Mint",
        genders="Unisex, Kids, Men, Women",
        features="Lightweight, Mountain, Toddler",
        extras="with Rear Light, with Visor, with Dial Fit, with Magnetic Buckle",
        confusable="Bike Locks, Beanies, Baseball Caps",
        facts="""
        A dial at the back snugs it one-handed.
        [Fourteen|Eighteen] vents, bug mesh in front.
        Meets the U.S. bicycle standard; replace it after a hit.
        """,
        asks="toddler bike helmet girl pink | feature=Toddler, color=Pink",
    ),
    _OUTDOOR.define(
        "Bike Locks",
        nouns="Bike Lock, Bicycle Lock, Cycling Lock",
        words="bike lock, bicycle lock, cycle lock, lock for bike",
        brands="Velloway, Kerrigate, Grindlock",
        price=(9, 98),
        count=20,
        sizes="3 ft., 4 ft., 6 ft.",
        colors="Black, Red, Blue, Hi-Vis Yellow",
        materials="Hardened Steel, Braided Steel, Titanium",
        features="U-Lock, Cable, Chain, Folding",
        extras="with Combination, with 3 Keys, with Frame Mount",
        confusable="Door Knobs, Bike Helmets, Extension Cords",
        facts="""
        {material} under vinyl that will not scratch paint.
        [Four dials|A disc cylinder]; the keyway has a dust door.
        Rides on the frame in a clip.
        """,
        asks="cable lock for bike | feature=Cable",
    ),
    _FITNESS.define(
        "Basketballs",
        nouns="Basketball, Indoor/Outdoor Basketball, Game Basketball",
        words="basketball, basket ball, bball",
        brands="Red Tern, Ironlark, Wobblefox",
        price=(10, 69),
        count=20,
        sizes="27.5 in., 28.5 in., 29.5 in.",
        colors="Orange, Brown, Black, Blue, Pink",
        materials="Rubber, Composite Leather, Leather",
        features="Youth, Street, Official Size",
        extras="with Pump, Deep Channel, for Indoor Courts",
        confusable="Running Shoes, Dog Toys, Baseball Caps",
        facts="""
        Bounces true from [asphalt|a cold driveway].
        Deep channels [give fingers something to hold|keep the grip when it is dusty].
        Ships flat; inflate to eight pounds.
        """,
        asks="basketball for kids size 27.5 | size=27.5 in.",
    ),
    _OUTDOOR.define(
        "Fishing Rods",
        nouns="Fishing Rod, Spinning Rod, Fishing Rod and Reel Combo, Fishing Pole",
        words="fishing rod, fishing pole, rod and reel, fishing combo",
        brands="Quillback, Fenwold",
        price=(15, 179),
        count=22,
        sizes="5 ft., 6 ft., 6-1/2 ft., 7 ft.",
        specs="Ultralight, Medium, Medium Heavy",
        colors="Black, Red, Ocean Blue, Hot Pink",
        materials="Graphite, Fiberglass, Carbon Fiber",
        features="Telescopic, 2-Piece, Ice Fishing",
        extras="with Tackle Box, for Bass, for Trout, with Cork Handle",
        titles="""
        {brand} {series} {size} {spec} {noun}<, {color}>
        {size} {feature} {material} {noun} {extra}
        {brand} {feature} {noun} {extra}<, {size}><, {spec}>
        {material} {noun}<, {size}><, {spec}>< - {brand}>
        """,
        confusable="Pry Bars, Curtains, Dog Toys",
        facts="""
        The {material} blank tells you [a nibble from a weed|what the bottom is made of].
        {spec} power, fast tip.
        Six guides, [smooth for braid|none of them plastic].
        +Telescopic: Telescopic to eighteen inches for a suitcase.
        """,
        asks="5 ft fishing pole for kids | size=5 ft.",
    ),
)
