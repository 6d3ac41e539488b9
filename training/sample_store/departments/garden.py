"""Garden and patio."""

from training.sample_store.product_types import Department

_GARDEN = Department(
    "Garden",
    brands="Mossmere, Rainwick, Plotwell, Thornbrook, Sunperch",
    titles="""
    {brand} {size} {feature} {noun} {extra}<, {color}> {pack}
    {brand} {series} {material} {noun}<, {size}><, {color}> {pack}
    {size} {material} {noun} {extra}<, {color}> {pack}
    {feature} {noun} {extra}<, {size}>< - {brand}> {pack}
    {brand} {feature} {material} {noun} {extra} {pack}
    {size} {color} {feature} {noun}< by {brand}> {pack}
    """,
)

TYPES = (
    _GARDEN.define(
        "Garden Hoses",
        nouns="Garden Hose, Water Hose, Outdoor Hose, Yard Hose",
        words="garden hose, water hose, hosepipe, hose, yard hose",
        brands="Rainwick, Mossmere, Plotwell, Thornbrook",
        price=(14, 119),
        count=28,
        sizes="25 ft., 50 ft., 75 ft., 100 ft.",
        specs="1/2 in., 5/8 in., 3/4 in.",
        colors="Green, Black, Gray, Blue, Hi-Vis Yellow",
        materials="Rubber, Vinyl, Polyurethane, Stainless Steel",
        features="Expandable, Soaker, Kink-Free, Lightweight",
        extras="with Brass Fittings, with Nozzle, Drinking Water Safe",
        titles="""
        {brand} {series} <{size} x {spec}> {feature} {noun}<, {color}>
        <{spec} x {size}> {material} {noun} {extra}
        {brand} {size} {feature} {noun} {extra}<, {color}>
        {feature} {noun}<, {size}> {extra}< - {brand}>
        """,
        confusable="Hose Nozzles, Extension Cords, Rain Boots",
        facts="""
        Crush-proof couplings turn by hand and seal with a washer.
        {material} that coils [on a cold morning|flat].
        Handles {size} of yard at [100|150] psi.
        +Expandable: Expandable to three times its length under pressure, and shrinks back.
        +Soaker: Soaker walls weep along the row.
        """,
        asks="""
        hose that doesnt kink 50 ft | feature=Kink-Free, size=50 ft.
        hose to drip water vegetable beds | feature=Soaker
        """,
    ),
    _GARDEN.define(
        "Hose Nozzles",
        nouns="Hose Nozzle, Spray Nozzle, Garden Hose Nozzle, Water Hose Sprayer",
        words="hose nozzle, hose sprayer, spray nozzle, nozzle for hose, hose head",
        brands="Rainwick, Mossmere, Plotwell",
        price=(5, 34),
        count=20,
        colors="garden",
        materials="Brass, Zinc, Plastic, Aluminum",
        packs="1 1 1 2",
        features="Adjustable, Fireman Style, Heavy-Duty",
        extras="with 8 Patterns, with Thumb Control, for Garden Hose, for Car Wash",
        confusable="Garden Hoses, Hair Dryers",
        facts="""
        [Eight|Ten] patterns, mist to jet, on a dial that clicks.
        {material} body, rubber where it hits the driveway.
        Flow is under the thumb, no squeezing.
        """,
    ),
    _GARDEN.define(
        "Pruning Shears",
        nouns="Pruning Shears, Hand Pruner, Bypass Pruner, Garden Shears",
        words="pruning shears, pruners, garden clippers, secateurs, garden scissors",
        brands="Thornbrook, Mossmere, Plotwell, Oakhaft",
        price=(8, 69),
        count=22,
        sizes="6 in., 7 in., 8 in., 9 in.",
        materials="Carbon Steel, Stainless Steel, Titanium",
        colors="Red, Green, Black, Orange",
        features="Ratcheting, Left-Handed, Lightweight",
        extras="with Holster, with Sap Groove, for Roses",
        packs="1 1 1 2",
        confusable="Garden Hoses, Chef's Knives, Utility Knives",
        facts="""
        Cuts live wood [three quarters of an inch|as thick as a thumb].
        {material} blade comes off for sharpening.
        The catch works from either side.
        +Ratcheting: Ratcheting bite takes thick stems in three squeezes.
        """,
        asks="clippers for rose bushes",
    ),
    _GARDEN.define(
        "Planters",
        nouns="Planter, Plant Pot, Flower Pot, Planter Pot",
        words="planter, flower pot, plant pot, planters, flowerpot",
        price=(6, 139),
        count=30,
        sizes="4 in., 6 in., 8 in., 10 in., 14 in., 20 in.",
        packs="1 1 1 2 3 5",
        pack_word="Set",
        colors="garden",
        materials="Ceramic, Plastic, Terracotta, Resin, Concrete",
        features="Self-Watering, Hanging, Tall, Indoor",
        extras="with Drainage Holes, with Saucer, with Stand, for Herbs",
        confusable="Potting Soil, Dutch Ovens, Saucepans, Bird Feeders",
        facts="""
        {size} across at the rim, [a plug you can leave in indoors|a hole with a screen].
        {material} that winters outside [if emptied|without cracking].
        Narrow enough for a sill, heavy enough for wind.
        +Self-Watering: Self-watering well in the base lasts ten days.
        """,
        asks="""
        large pot for tree 20 inch | size=20 in.
        pot that waters itself | feature=Self-Watering
        """,
    ),
    _GARDEN.define(
        "Potting Soil",
        nouns="Potting Soil, Potting Mix, Planting Mix",
        words="potting soil, potting mix, plant soil, dirt for plants, soil for pots",
        brands="Mossmere, Plotwell, Thornbrook",
        price=(5, 39),
        count=20,
        sizes="4 qt., 8 qt., 16 qt., 1 cu. ft., 2 cu. ft.",
        packs="1 1 1 2",
        features="Organic, Cactus, Seed Starting, Moisture Control",
        extras="for Indoor Plants, with Perlite, for Containers, for Vegetables",
        confusable="Planters, Cat Litter, Bird Seed",
        facts="""
        Bark, peat and perlite, screened, [with nothing to pick out|ready from the bag].
        Feeds for [three|six] months.
        {size} fills [two ten-inch pots|a window box and a bit].
        """,
        asks="soil for succulents | feature=Cactus",
    ),
    _GARDEN.define(
        "Bird Feeders",
        nouns="Bird Feeder, Hanging Bird Feeder, Wild Bird Feeder, Seed Feeder",
        words="bird feeder, birdfeeder, bird feeders, feeder for birds",
        brands="Sunperch, Thornbrook, Plotwell",
        price=(8, 98),
        count=24,
        sizes="1.5 lb., 3 lb., 5 lb.",
        colors="Red, Green, Brown, Clear, Copper",
        materials="Metal, Plastic, Cedar, Glass",
        features="Squirrel-Proof, Hummingbird, Window",
        extras="with Perches, with Roof, with Pole, with Tray",
        confusable="Bird Seed, Planters",
        facts="""
        Holds {size} and shows how much is left.
        Opens at the bottom, so old seed does not sit.
        {material}, dishwater safe.
        +Squirrel-Proof: Squirrel-proof: the ports close under anything heavier than a jay.
        """,
        asks="feeder squirrels cant get into | feature=Squirrel-Proof",
    ),
    _GARDEN.define(
        "Bird Seed",
        nouns="Bird Seed, Wild Bird Seed, Wild Bird Food, Bird Seed Mix",
        words="bird seed, birdseed, wild bird food, seed for bird feeder",
        brands="Sunperch, Plotwell, Furrowtail",
        price=(5, 49),
        count=20,
        sizes="5 lb., 10 lb., 20 lb., 40 lb.",
        packs="1 1 1 2",
        features="No-Mess, Sunflower, Finch",
        extras="for Bird Feeders, for Cardinals, Hot Pepper Blend",
        confusable="Bird Feeders, Potting Soil, Dog Food",
        facts="""
        Brings [cardinals and chickadees|finches and juncos].
        No [milo|filler] swept onto the ground.
        Bag reseals; keep it dry.
        +No-Mess: No-mess hulled seed, nothing sprouts below.
        """,
    ),
    _GARDEN.define(
        "Patio Chairs",
        nouns="Patio Chair, Outdoor Chair, Lounge Patio Chair, Lawn Chair",
        words="patio chair, outdoor chair, lawn chair, garden chair, deck chair",
        brands="Sunperch, Blue Gable, Thornbrook, Moorlight",
        price=(29, 349),
        count=26,
        packs="1 2 2 4",
        pack_word="Set",
        colors="patio",
        materials="Wicker, Teak, Aluminum, Steel, Resin",
        features="Rocking, Folding, Reclining, Stackable",
        extras="with Cushions, with Ottoman, with Cup Holder",
        near="Camping Chairs",
        confusable="Office Chairs, Bar Stools, Patio Umbrellas",
        facts="""
        {material} frame that [stays out all summer|greys nicely if left alone].
        The seat is high enough to get up from.
        Feet are capped for decks and pavers.
        +Folding: Folding flat against a garage wall for winter.
        """,
        asks="porch rocking chair | feature=Rocking",
    ),
    _GARDEN.define(
        "Patio Umbrellas",
        nouns="Patio Umbrella, Outdoor Umbrella, Market Umbrella, Patio Table Umbrella",
        words="patio umbrella, outdoor umbrella, table umbrella, sun umbrella",
        brands="Sunperch, Blue Gable, Moorlight",
        price=(34, 289),
        count=22,
        sizes="7-1/2 ft., 9 ft., 10 ft., 11 ft.",
        colors="patio",
        materials="Polyester, Aluminum, Olefin",
        features="Tilt, Solar Lighted, Offset",
        extras="with Crank, with Base, with Air Vent",
        confusable="Patio Chairs, Rain Jackets, Tents, String Lights",
        facts="""
        Shades a table for [four|six].
        The crank lifts it with [one hand|a few turns]; a vent lets gusts out the top.
        Color holds three summers.
        +Offset: Offset pole stands behind, so the table stays clear.
        """,
        asks="umbrella with lights for deck table | feature=Solar Lighted",
    ),
    _GARDEN.define(
        "Grills",
        nouns="Grill, BBQ Grill, Outdoor Grill, Barbecue Grill",
        words="grill, bbq, barbecue, bbq grill, barbeque",
        brands="Emberyard, Fenwold, Plotwell",
        price=(39, 899),
        count=26,
        sizes="14 in., 18 in., 22 in., 30 in.",
        colors="Black, Red, Stainless, Blackened Steel",
        materials="Steel, Cast Iron, Stainless Steel",
        features="Charcoal, Propane, Portable, Pellet",
        extras="with Side Shelf, with Thermometer, with Ash Catcher, with Cover",
        near="",
        confusable="Grill Covers, Toaster Ovens, Space Heaters, Skillets",
        facts="""
        The {size} grate takes [eight|twelve|twenty] burgers.
        {material} grates, [heavy enough to mark a steak|easy to scrub].
        Wheels on two legs, a hook for tongs.
        +Propane: Propane lights at the push of a button, hot in ten minutes.
        +Pellet: Pellet feed holds 225 degrees all night.
        """,
        asks="""
        gas grill for balcony | feature=Propane
        coal bbq 22 inch | feature=Charcoal, size=22 in.
        """,
    ),
    _GARDEN.define(
        "Grill Covers",
        nouns="Grill Cover, BBQ Grill Cover, Barbecue Cover",
        words="grill cover, bbq cover, barbecue cover, cover for grill",
        brands="Emberyard, Plotwell, Sunperch",
        price=(12, 64),
        count=18,
        sizes="22 in., 30 in., 52 in., 58 in., 64 in.",
        colors="Black, Gray, Tan",
        materials="Polyester, Vinyl, Canvas",
        features="Waterproof, Heavy-Duty",
        extras="for 3-Burner Gas Grills, for Charcoal Kettle Grills, with Straps, with Vents",
        confusable="Grills, Phone Cases, Patio Umbrellas",
        facts="""
        {material} that does not crack in January.
        Straps under the cart, so it is there after the storm.
        Measure across the shelves: this one spans {size}.
        """,
    ),
    _GARDEN.define(
        "String Lights",
        nouns="String Lights, Outdoor String Lights, Patio String Lights, Fairy Lights",
        words="string lights, patio lights, fairy lights, hanging lights outside, twinkle lights",
        brands="Lumevale, Glowden, Sunperch",
        price=(8, 79),
        count=26,
        sizes="10 ft., 25 ft., 33 ft., 48 ft., 100 ft.",
        specs="Warm White, Cool White, Multicolor",
        packs="1 1 1 2",
        materials="Glass, Plastic",
        features="Solar, Dimmable, Battery Operated",
        extras="with Edison Bulbs, with Remote, with 15 Sockets, with Timer",
        titles="""
        {brand} {size} {feature} {noun}<, {spec}> {extra} {pack}
        {size} {spec} {feature} {noun} {extra} {pack}
        {brand} {series} {noun}<, {size}><, {spec}> {pack}
        {feature} {noun} {extra}<, {size}><, {spec}>< - {brand}>
        """,
        confusable="Light Bulbs, Shop Lights, Extension Cords, Table Lamps",
        facts="""
        {spec} along {size}, a bulb every [two|three] feet.
        One out does not take the rest.
        Loops at each socket take a hook or a zip tie.
        +Solar: Solar panel on a stake; on at dusk, six hours.
        """,
        asks="solar fairy lights for fence 33ft | feature=Solar, size=33 ft.",
    ),
    _GARDEN.define(
        "Leaf Blowers",
        nouns="Leaf Blower, Electric Leaf Blower, Yard Blower, Leaf Blower Sweeper",
        words="leaf blower, yard blower, blower, leafblower",
        brands="Veltrax, Ironmoor, Plotwell, Bravik",
        price=(39, 289),
        count=20,
        sizes="20V, 40V, 60V",
        colors="tool",
        features="Cordless, Brushless, Backpack",
        extras="with Battery and Charger, with Speed Dial, 500 CFM, with Vacuum Bag",
        confusable="Vacuum Cleaners, Hair Dryers, Fans, Cordless Drills",
        facts="""
        Moves wet leaves off grass, not just dry ones off concrete.
        The dial holds a speed; the boost is under the finger.
        Balanced so the wrist does not do the aiming.
        +Cordless: Cordless, [25|40] minutes to a charge.
        """,
        asks="battery blower for driveway 40v | size=40V",
    ),
)
