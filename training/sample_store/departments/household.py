"""Household: cleaning, laundry, climate, waste and storage."""

from training.sample_store.product_types import Department

_HOUSEHOLD = Department(
    "Household",
    brands="Aerolune, Vortika, Cleanmoor, Brightly Kept",
    titles="""
    {brand} {series} {size} {feature} {noun} {extra}<, {color}>
    {brand} {model} {feature} {noun} {extra}< - {color}>
    {size} {material} {noun} {extra}<, {color}> {pack}
    {feature} {noun}<, {size}><, {color}><, {brand} {series}> {pack}
    {brand} {size} {noun} {extra} {pack}
    """,
)

TYPES = (
    _HOUSEHOLD.define(
        "Vacuum Cleaners",
        nouns="Vacuum Cleaner, Vacuum, Floor Vacuum, Vac",
        words="vacuum cleaner, vacuum, vac, carpet vacuum",
        brands="Aerolune, Vortika, Zentriq, Brightly Kept",
        price=(49, 599),
        count=34,
        sizes="0.8 qt., 1 qt., 2 qt.",
        colors="tech",
        features="Cordless, Bagless, Lightweight",
        extras="with HEPA Filter, for Pet Hair, with LED Headlights, with Crevice Tool, for Hardwood Floors",
        confusable="Vacuum Filters, Leaf Blowers, Fans",
        titles="""
        {brand} {series} {feature} {noun} {extra}<, {color}>
        {brand} {model} {feature} {noun} {extra}
        {feature} {noun} {extra}<, {color}>< - {brand}>
        {brand} {feature} {noun}<, {size} Dust Cup><, {color}>
        """,
        facts="""
        The brush roll [pulls pet hair from carpet|does not wind up hair] and [stops|slows] for bare floors.
        The {size} dust cup [empties with one button|drops its load straight into the bin].
        Swivel steering [gets around chair legs|lies flat to go under beds].
        Comes with a crevice tool[, a dusting brush and a wall mount| and an upholstery brush].
        Weighs [six|nine|twelve] pounds with everything on.
        +Cordless: Cordless for up to [40|60] minutes; the battery clicks out to charge.
        """,
        asks="""
        vacuum for dog hair
        vacuum no bags | feature=Bagless
        battery vacuum for stairs | feature=Cordless
        """,
    ),
    _HOUSEHOLD.define(
        "Vacuum Filters",
        nouns="Vacuum Filter, Replacement Vacuum Filter, Filter Kit, Vacuum Cleaner Filter",
        words="vacuum filter, vacuum cleaner filter, replacement filter for vacuum",
        brands="Aerolune, Vortika, Cleanmoor, Brightly Kept",
        price=(7, 36),
        count=18,
        packs="1 2 2 3 4",
        features="HEPA, Washable",
        titles="""
        {brand} {feature} {noun} for [Aerolune Zephyr|Vortika Whirl|Vortika PetPro] Vacuums<, {pack}>
        {feature} {noun}, [Fits Vortika Whirl|Fits Aerolune Drift|Universal Fit]<, {pack}>< by {brand}>
        {brand} {series} {feature} {noun} {pack}
        """,
        confusable="Vacuum Cleaners, Coffee Filters, Fans",
        facts="""
        Drops in [without tools|behind the dust cup] in place of the original.
        Change it every [three|six] months[, sooner with pets|].
        Traps [fine dust and pollen|99.97 percent of particles down to 0.3 microns].
        +Washable: Washable under the tap; let it dry for a day.
        """,
    ),
    _HOUSEHOLD.define(
        "Trash Cans",
        nouns="Trash Can, Kitchen Trash Can, Garbage Can, Waste Bin",
        words="trash can, garbage can, kitchen bin, waste basket, rubbish bin",
        brands="Cleanmoor, Brightly Kept, Nordvane, Branwick",
        price=(12, 149),
        sizes="1.5 gal., 3 gal., 8 gal., 13 gal., 20 gal., 32 gal.",
        colors="household",
        materials="Stainless Steel, Plastic, Steel",
        features="Step, Motion Sensor, Slim",
        extras="with Soft-Close Lid, with Liner Pocket, with Lid Lock, for Kitchen, for Bathroom",
        confusable="Trash Bags, Storage Bins, Litter Boxes",
        facts="""
        The {size} bucket [takes standard bags|holds the liner out of sight].
        The lid [closes without a bang|stays open while you scrape plates].
        Finger-print resistant {material} [wipes clean|keeps its shine].
        A carbon holder under the lid [keeps onion skins from announcing themselves|takes care of smells].
        +Motion Sensor: The motion sensor opens the lid at a wave; runs on three D cells.
        """,
        asks="""
        dog proof garbage can kitchen 13 gallon | size=13 gal.
        touchless trash can | feature=Motion Sensor
        kitchen garbage bin with foot pedal | feature=Step
        """,
    ),
    _HOUSEHOLD.define(
        "Trash Bags",
        nouns="Trash Bags, Kitchen Trash Bags, Garbage Bags, Drawstring Trash Bags",
        words="trash bags, garbage bags, bin liners, trash liners, kitchen garbage bags",
        brands="Cleanmoor, Brightly Kept",
        price=(5, 29),
        count=26,
        sizes="4 gal., 8 gal., 13 gal., 30 gal., 39 gal.",
        packs="30 40 45 80 110 200",
        pack_word="Count",
        colors="White, Black, Clear",
        features="Scented, Unscented, Compostable, Heavy-Duty",
        titles="""
        {brand} {series} {size} {feature} {noun}<, {color}><, {pack}>
        {noun}<, {size}><, {feature}><, {pack}>< ({color})>
        {brand} {size} {feature} {noun} [with Flap Tie|with Drawstring|]<, {pack}>
        {feature} {size} {noun}<, {color}>< - {pack}>
        """,
        confusable="Trash Cans, Storage Bins, Sleeping Bags",
        facts="""
        Stretches around [a pizza box corner|chicken bones] without splitting.
        The drawstring [cinches tight|holds to the rim] and makes a handle.
        Fits most {size} cans[|, square or round].
        +Compostable: Compostable in municipal programs; breaks down with the food scraps.
        """,
        asks="""
        lawn bags for leaves 39 gallon | size=39 gal.
        13 gal trash bags no scent | size=13 gal., feature=Unscented
        """,
    ),
    _HOUSEHOLD.define(
        "Laundry Detergent",
        nouns="Laundry Detergent, Liquid Laundry Detergent, Laundry Soap, Clothes Detergent",
        words="laundry detergent, laundry soap, washing liquid, clothes washing soap",
        brands="Sudsworth, Cleanmoor, Brightly Kept",
        price=(6, 32),
        count=24,
        sizes="46 fl. oz., 92 fl. oz., 100 fl. oz., 150 fl. oz.",
        packs="1 1 1 2",
        features="Unscented, Lavender, Fresh Linen, Baby",
        titles="""
        {brand} {series} {feature} {noun}<, {size}> {pack}
        {brand} {noun}<, {feature}><, {size}> {pack}
        {feature} {noun}<, {size}>< by {brand}> {pack}
        {brand} {series} HE {noun}<, {size}> {pack}
        """,
        confusable="Hand Soap, Shampoo, Baby Wipes",
        facts="""
        Works in [cold water|HE and standard machines] and [rinses clean|leaves no film].
        Lifts [grass, coffee and collar grime|yesterday's spaghetti] without a presoak.
        The cap doubles as a [measuring cup|drip-free pour spout].
        Fill to the first line for a [medium|regular] load, the second for work clothes.
        """,
        asks="fragrance free laundry soap sensitive skin | feature=Unscented",
    ),
    _HOUSEHOLD.define(
        "Space Heaters",
        nouns="Space Heater, Indoor Heater, Portable Heater, Electric Heater",
        words="space heater, room heater, portable heater, electric heater",
        brands="Aerolune, Vortika, Zentriq, Brightly Kept",
        price=(24, 189),
        count=24,
        sizes="750W, 1000W, 1500W",
        colors="appliance",
        features="Oscillating, Oil-Filled, Infrared",
        extras="with Thermostat, with Remote, with Tip-Over Switch, for Large Room, for Desk",
        confusable="Fans, Throw Blankets, Grills",
        facts="""
        Warms [a bedroom|a chilly home office] in [minutes|less time than the furnace takes to start].
        Switches itself off if it [tips over|overheats].
        [Two|Three] heat settings and a thermostat in one-degree steps.
        Quiet at [40|45] decibels[|, about as loud as a library].
        +Oscillating: The oscillating base sweeps heat across the room.
        """,
        asks="750 watt heater for under desk | size=750W",
    ),
    _HOUSEHOLD.define(
        "Fans",
        nouns="Fan, Tower Fan, Pedestal Fan, Room Fan",
        words="fan, electric fan, room fan, cooling fan",
        brands="Aerolune, Vortika, Zentriq, Brightly Kept",
        price=(19, 249),
        count=26,
        sizes="9 in., 16 in., 20 in., 36 in., 42 in.",
        colors="Black, White, Silver, Gray",
        materials="Plastic, Metal",
        features="Oscillating, Bladeless, Quiet",
        extras="with Remote, with Timer, 3-Speed, for Bedroom",
        confusable="Space Heaters, Vacuum Cleaners, Hair Dryers, Baseball Caps",
        facts="""
        [Three|Five] speeds, from [a whisper for sleeping|night breeze] to [enough to lift papers|full blast].
        The {size} [column|head] moves air [across a living room|from bed height].
        The grille [unclips for cleaning|pops off with two screws].
        +Quiet: Quiet enough at low speed to record a podcast beside it.
        """,
        asks="fan that doesnt make noise for sleeping | feature=Quiet",
    ),
    _HOUSEHOLD.define(
        "Storage Bins",
        nouns="Storage Bin, Storage Tote, Storage Box, Organizer Bin",
        words="storage bins, storage tote, storage tub with lid, storage box, totes",
        brands="Cleanmoor, Brightly Kept, Wrenfold, Dunmere",
        price=(7, 59),
        sizes="6 qt., 15 qt., 32 qt., 18 gal., 27 gal.",
        packs="1 1 2 4 6",
        colors="household",
        materials="Plastic, Canvas, Seagrass, Bamboo",
        features="Stackable, Collapsible, Under Bed",
        extras="with Lid, with Latches, with Wheels, with Handles, for Closet",
        confusable="Trash Cans, Food Storage Containers, Litter Boxes, Coolers",
        facts="""
        Holds [a season of sweaters|ten pairs of shoes|the holiday ornaments].
        {material} sides [do not bow when full|keep their shape].
        The latching lid [keeps dust and moths out|stays shut in the garage].
        +Collapsible: Collapsible: folds to two inches flat when empty.
        """,
        asks="""
        under bed storage with wheels | feature=Under Bed
        bins for christmas decorations 27 gallon | size=27 gal.
        """,
    ),
)
