"""Tools and hardware: hand and power tools, electrical, lighting, door and cabinet hardware."""

from training.sample_store.product_types import Department

_TOOLS = Department(
    "Tools",
    brands="Halvorsen, Ironmoor, Grindlock, Bravik, Oakhaft",
    titles="""
    {brand} {size} {material} {noun} {extra} {pack}
    {brand} {series} {size} {feature} {noun} {pack}
    {size} {feature} {noun} {extra} {pack}
    {brand} {model} {size} {noun} {extra}
    {feature} {material} {noun}<, {size}><, {color}>< - {brand}> {pack}
    {brand} {size} {feature} {noun} {extra}<, {color}>
    """,
)

_POWER = Department(
    "Power tools",
    brands="Veltrax, Ironmoor, Grindlock, Bravik",
    titles="""
    {brand} {size} {series} {feature} {noun} {extra}
    {brand} {model} {size} {noun} {extra}
    {size} {feature} {noun} {extra}<, {color}>< - {brand}>
    {brand} {size} {feature} {noun} ([Tool Only|Bare Tool|Kit]){pack}
    {brand} {series} {noun}<, {size}><, {feature}>
    """,
)

_HARDWARE = Department(
    "Hardware",
    brands="Dovecote Hardware, Kerrigate, Copper Lane",
    titles="""
    {brand} {series} {color} {feature} {noun} {pack}
    {brand} {size} {color} {noun} {extra} {pack}
    {series} {noun} {extra}< in {color}> {pack}
    {color} {material} {noun}<, {size}> {extra} {pack}
    {brand} {model} {feature} {noun}<, {color}> {pack}
    """,
)

_LIGHTING = Department(
    "Lighting",
    brands="Lumevale, Glowden, Bravik",
    titles="""
    {brand} {size} {feature} {noun} {extra}<, {spec}> {pack}
    {brand} {series} {noun}<, {size}><, {spec}><, {feature}> {pack}
    {size} {spec} {feature} {noun} {extra} {pack}
    {brand} {model} {size} {noun}<, {spec}> {pack}
    """,
)

TYPES = (
    _TOOLS.define(
        "Pry Bars",
        nouns="Pry Bar, Flat Pry Bar, Utility Bar, Pry Bar and Nail Puller",
        words="pry bar, crowbar, prybar, wrecking bar, crow bar",
        price=(7, 48),
        sizes="7 in., 10 in., 15 in., 18 in., 24 in., 36 in.",
        packs="1 1 1 1 2 3",
        materials="Forged Steel, Spring Steel, Carbon Steel, Titanium",
        colors="tool",
        features="Double-Ended, Indexing",
        extras="with Cushion Grip, with Beveled Ends, with Strike Cap, with Nail Slots",
        confusable="Hammers, Bar Stools, Screwdriver Sets",
        facts="""
        [Thin|Beveled] claws at both ends slip under [trim and baseboard|shingles and tack strip].
        {material}, [heat treated|tempered], so it flexes back instead of bending.
        Two nail slots pull [finish nails|sixteen-pennies] without marring the board.
        At {size} there is [leverage for pallets and decking|room to work between studs].
        Drop it in [the loop of a tool belt|a bucket] and forget it is there.
        """,
        asks="""
        tool to pull up baseboards
        18 inch crowbar | size=18 in.
        36 inch bar to pry pallets apart | size=36 in.
        """,
    ),
    _POWER.define(
        "Cordless Drills",
        nouns="Cordless Drill, Drill/Driver, Cordless Drill Driver, Power Drill",
        words="cordless drill, power drill, drill, battery drill, drill driver",
        price=(34, 269),
        count=36,
        sizes="12V, 18V, 20V",
        colors="tool",
        features="Brushless, Hammer, Compact",
        extras="with 2 Batteries, with Charger and Bag, 1/2 in. Chuck, with LED Light, with Belt Clip",
        near="Impact Drivers",
        confusable="Drill Bits, Screwdriver Sets, Batteries, Circular Saws",
        facts="""
        [Twenty-one|Sixteen] clutch settings stop a screw [flush|before it strips].
        Two speeds: low for [driving deck screws|hole saws], high for [drilling pilot holes|small bits].
        The {size} pack [clicks into every tool in the line|recharges over lunch].
        The half-inch chuck [ratchets tight|takes hole saws and paddle bits].
        Weighs [under three pounds|3.4 lb.] with the battery on.
        +Brushless: A brushless motor runs cooler and gets more holes from a charge.
        +Hammer: Hammer mode bores into brick and block for anchors.
        """,
        asks="""
        drill for concrete wall | feature=Hammer
        20v drill for around the house | size=20V
        drill for hanging shelves
        """,
    ),
    _POWER.define(
        "Impact Drivers",
        nouns="Impact Driver, Cordless Impact Driver, Hex Impact Driver",
        words="impact driver, impact gun, impact drill",
        price=(49, 239),
        count=22,
        sizes="12V, 18V, 20V",
        colors="tool",
        features="Brushless, Compact",
        extras="with Battery and Charger, 1/4 in. Hex, with Tri-Beam LED, with Bit Set",
        near="Cordless Drills",
        confusable="Screwdriver Sets, Socket Sets, Drill Bits",
        facts="""
        [1500|1800] in-lb. of torque sinks [lag screws|six-inch timber screws] without twisting the wrist.
        The quarter-inch hex collet takes bits one-handed.
        Three settings, the lowest gentle enough for [cabinet hinges|brass screws].
        +Compact: Compact at five inches nose to tail, it gets between joists.
        """,
    ),
    _TOOLS.define(
        "Drill Bits",
        nouns="Drill Bit Set, Twist Drill Bit Set, Drill Bits, Drill Bit Kit",
        words="drill bits, drill bit set, bits for drill, twist bits",
        brands="Halvorsen, Ironmoor, Grindlock, Bravik, Veltrax",
        price=(8, 79),
        sizes="10-Piece, 14-Piece, 21-Piece, 29-Piece",
        materials="Titanium, Cobalt, High-Speed Steel, Carbide, Black Oxide",
        features="Masonry, Impact Rated",
        extras="for Cordless Drills, for Metal and Wood, with Index Case, with Quick-Change Shank",
        confusable="Cordless Drills, Screwdriver Sets, Saw Blades",
        facts="""
        The split point starts [on the mark|where you put it] without a center punch.
        {material} bits stay sharp in [mild steel|hardwood] several times longer than plain ones.
        The case [stands open on the bench|has a size printed under every bit].
        Three flats on the shank keep the chuck from slipping.
        +Masonry: Masonry tips drill brick, block and tile.
        """,
        asks="""
        cobalt bits for drilling stainless | material=Cobalt
        concrete drill bits | feature=Masonry
        """,
    ),
    _TOOLS.define(
        "Hammers",
        nouns="Hammer, Claw Hammer, Framing Hammer, Rip Hammer",
        words="hammer, claw hammer, nail hammer, carpenter hammer",
        price=(8, 62),
        sizes="10 oz., 13 oz., 16 oz., 20 oz., 22 oz.",
        materials="Fiberglass, Forged Steel, Hickory, Titanium",
        colors="tool",
        features="Magnetic, Anti-Vibration",
        extras="with Smooth Face, with Nail Starter, with Cushion Grip, with Straight Claw",
        confusable="Cordless Drills, Pry Bars, Dog Toys",
        facts="""
        A {size} head [swings easy for trim|drives sixteen-pennies in three blows].
        The {material} handle [takes the sting out|is shaped thin at the neck].
        The claw [pulls from either side|slips under nail heads flush with the board].
        +Magnetic: A magnetic slot starts a nail one-handed overhead.
        """,
        asks="""
        wood handle hammer | material=Hickory
        10 oz hammer for hanging pictures | size=10 oz.
        """,
    ),
    _TOOLS.define(
        "Screwdriver Sets",
        nouns="Screwdriver Set, Screwdriver Kit, Screwdrivers Set, Driver Set",
        words="screwdriver set, screwdrivers, screw driver set, set of screwdrivers",
        price=(9, 69),
        sizes="6-Piece, 8-Piece, 10-Piece, 20-Piece, 44-Piece",
        materials="Chrome Vanadium Steel, S2 Steel",
        colors="tool",
        features="Magnetic, Precision, Insulated, Ratcheting",
        extras="with Storage Rack, with Soft Grip, with Zip Case, for Electronics Repair",
        confusable="Cordless Drills, Impact Drivers, Socket Sets, Drill Bits",
        facts="""
        Slotted, Phillips and star tips from [eyeglass|cabinet] size up.
        Tips are [sandblasted|black phosphate coated] to bite the screw[| and not cam out].
        Handles are [three-sided so they do not roll|color coded by tip].
        {material} shafts run [through the handle|all the way to a strike cap].
        +Precision: Precision sizes open watches, phones and toy battery doors.
        +Insulated: Insulated to 1000 volts for panel work.
        """,
        asks="""
        tiny screwdrivers for glasses repair | feature=Precision
        screwdriver for electricians | feature=Insulated
        """,
    ),
    _TOOLS.define(
        "Socket Sets",
        nouns="Socket Set, Mechanics Tool Set, Socket Wrench Set, Ratchet and Socket Set",
        words="socket set, ratchet set, socket wrench set, mechanic tool set",
        price=(19, 229),
        count=24,
        sizes="20-Piece, 40-Piece, 84-Piece, 121-Piece, 200-Piece",
        specs="1/4 in. Drive, 3/8 in. Drive, 1/2 in. Drive",
        materials="Chrome Vanadium Steel, Chrome Molybdenum Steel",
        features="Deep, Metric, SAE",
        extras="with Quick-Release Ratchet, with Blow-Mold Case, with Extension Bars",
        titles="""
        {brand} {size} {spec} {feature} {noun} {extra}
        {brand} {spec} {noun}<, {size}><, {feature}>
        {spec} {feature} {noun} {extra}<, {size}>< - {brand}>
        {brand} {series} {size} {noun}<, {spec}>
        """,
        confusable="Screwdriver Sets, Drill Bits, Extension Cords",
        facts="""
        The 72-tooth ratchet [turns in five degrees|needs only a little swing under the hood].
        Sizes are etched big enough to read [in a dark engine bay|without glasses].
        {material} with a mirror finish that wipes clean of grease.
        Off-corner walls grip the flats, not the edges, so bolts do not round off.
        """,
        asks="3/8 drive sockets for working on car | size=3/8 in. Drive",
    ),
    _TOOLS.define(
        "Tape Measures",
        nouns="Tape Measure, Measuring Tape, Tape Rule",
        words="tape measure, measuring tape, tape ruler, tapemeasure",
        price=(5, 42),
        count=24,
        sizes="12 ft., 16 ft., 25 ft., 30 ft., 35 ft.",
        packs="1 1 1 2",
        colors="tool",
        features="Magnetic, Auto-Lock",
        extras="with Fractions, with 13-Foot Standout, with Belt Clip, with Wide Blade",
        confusable="Extension Cords, Charging Cables, Utility Knives",
        facts="""
        The blade stands out [eleven|thirteen] feet before it folds.
        Fractions are printed down to the eighth, [so nobody counts lines|easy on the eyes].
        A [nylon|heavy film] coating keeps the numbers readable after [years of grit|a season of concrete].
        +Magnetic: The magnetic hook holds to studs and pipe.
        +Auto-Lock: Auto-lock holds the blade; squeeze to bring it home.
        """,
    ),
    _TOOLS.define(
        "Utility Knives",
        nouns="Utility Knife, Box Cutter, Folding Utility Knife, Retractable Utility Knife",
        words="box cutter, utility knife, carpet knife, razor knife, boxcutter",
        price=(5, 34),
        count=22,
        packs="1 1 2 3",
        colors="tool",
        materials="Aluminum, Zinc, Plastic",
        features="Heavy-Duty, Auto-Retract, Quick-Change",
        extras="with 5 Blades, with Belt Clip, with Blade Storage",
        confusable="Chef's Knives, Razors, Saw Blades",
        facts="""
        Changes blades at the push of a button[, no screwdriver|].
        Five spare blades [ride in the handle|slide out of the grip].
        A [wire stripper|gut hook] is notched into the {material} body.
        +Auto-Retract: Auto-retract pulls the blade in the moment it leaves the cardboard.
        """,
        asks="knife for opening boxes",
    ),
    _POWER.define(
        "Circular Saws",
        nouns="Circular Saw, Compact Circular Saw, Worm Drive Saw",
        words="circular saw, circ saw, circular power saw",
        price=(44, 259),
        count=20,
        sizes="4-1/2 in., 6-1/2 in., 7-1/4 in.",
        colors="tool",
        features="Cordless, Corded, Brushless",
        extras="with Laser Guide, with Electric Brake, with Rip Fence",
        confusable="Saw Blades, Cordless Drills, Leaf Blowers",
        facts="""
        Cuts [two-by lumber|a two-by-four] at [45 and 90 degrees|any bevel up to 56].
        The magnesium shoe [stays flat after a drop|is stiff and light].
        The dust chute [takes a shop vac hose|blows the line clear].
        +Cordless: Cordless, up to [150|220] crosscuts from a charge.
        """,
    ),
    _TOOLS.define(
        "Saw Blades",
        nouns="Circular Saw Blade, Saw Blade, Framing Saw Blade, Finishing Saw Blade",
        words="saw blade, circular saw blades, blade for circular saw, saw blades",
        brands="Halvorsen, Ironmoor, Grindlock, Bravik, Veltrax",
        price=(7, 74),
        count=24,
        sizes="6-1/2 in., 7-1/4 in., 10 in., 12 in.",
        specs="24-Tooth, 40-Tooth, 60-Tooth, 80-Tooth",
        packs="1 1 1 2 3",
        materials="Carbide, Steel, Diamond",
        features="Thin Kerf",
        titles="""
        {brand} {size} {spec} {feature} {noun} {pack}
        <{size} x {spec}> {material} {noun}< - {brand}> {pack}
        {brand} {series} {noun}<, {size}><, {spec}> {pack}
        {feature} {material} {noun} for [Circular Saws|Wood|Miter Saws]<, {size}><, {spec}>
        """,
        confusable="Circular Saws, Razors, Utility Knives",
        facts="""
        {spec} design for [smooth crosscuts|fast rips] in [plywood|framing lumber].
        Laser-cut slots [stop it singing|let it expand without warping].
        Fits saws with a five-eighths arbor[; knockout for diamond arbors|].
        """,
        asks="60 tooth blade for plywood 10 inch | size=10 in., size=60-Tooth",
    ),
    _TOOLS.define(
        "Extension Cords",
        nouns="Extension Cord, Outdoor Extension Cord, Power Extension Cord, Extension Cable",
        words="extension cord, extention cord, power cord extension, extension lead",
        brands="Bravik, Grindlock, Lumevale, Brightwire",
        price=(7, 89),
        count=26,
        sizes="6 ft., 10 ft., 25 ft., 50 ft., 100 ft.",
        specs="16 Gauge, 14 Gauge, 12 Gauge",
        packs="1 1 1 2",
        colors="Orange, Black, White, Green, Yellow",
        features="Heavy-Duty, Flat Plug, Lighted",
        extras="with 3 Outlets, for Christmas Lights, 15 Amp, with Power Block",
        titles="""
        {brand} {size} {spec} {feature} {noun} {extra}<, {color}>
        {size} {spec} {noun}<, {color}> {pack}
        {brand} {feature} {noun}<, {size}><, {color}> {pack}
        {size} {color} {feature} {noun} {extra}< - {brand}>
        """,
        confusable="Charging Cables, HDMI Cables, Garden Hoses, String Lights",
        facts="""
        {spec} copper carries [a circular saw|a space heater] at full length without warming up.
        The jacket [stays limber below freezing|shrugs off oil and sun].
        The molded plug will not pull loose from the wire.
        +Lighted: The lighted end glows when there is power.
        """,
        asks="""
        cord for hedge trimmer 100 foot | size=100 ft.
        extension cord goes flat behind couch | feature=Flat Plug
        """,
    ),
    _LIGHTING.define(
        "Shop Lights",
        nouns="LED Shop Light, Shop Light, Workshop Light, Garage Light",
        words="led shop light, shop light, garage light, workshop light",
        price=(19, 109),
        count=24,
        sizes="2 ft., 4 ft., 8 ft.",
        specs="4000K, 5000K",
        packs="1 1 2 4 6",
        features="Linkable, Motion Sensor, Dimmable",
        extras="with Pull Chain, 5000 Lumens, with Plug",
        confusable="Light Bulbs, Desk Lamps, String Lights",
        facts="""
        Hangs by two chains, plugs into any outlet.
        As bright as [two|four] fluorescent tubes for a third of the power.
        Starts at once [in a freezing garage|down to zero degrees].
        +Linkable: Linkable end to end, up to [four|six] on one switch.
        """,
        asks="bright light for garage ceiling 4 ft | size=4 ft.",
    ),
    _LIGHTING.define(
        "Light Bulbs",
        nouns="LED Light Bulb, LED Bulb, A19 LED Bulb, Light Bulbs",
        words="light bulb, led bulb, lightbulb, bulbs, lamp bulb",
        price=(4, 42),
        count=34,
        sizes="40W, 60W, 75W, 100W",
        specs="Soft White, Daylight, Bright White",
        packs="1 2 4 4 6 8 12",
        features="Dimmable, Smart, Vintage",
        extras="E26 Base, Non-Flicker, for Ceiling Fans, Energy Saving",
        titles="""
        {brand} <{size} Equivalent> {spec} {feature} {noun} {pack}
        {brand} {series} {noun}<, {size}><, {spec}><, {feature}> {pack}
        {spec} {feature} {noun} {extra}<, {size}> {pack}
        <{size} Equivalent> {feature} {noun}<, {spec}>< - {brand}> {pack}
        """,
        confusable="Shop Lights, Table Lamps, String Lights",
        facts="""
        As bright as an old {size} bulb and uses [nine|under fifteen] watts.
        Rated for [ten|thirteen] years at three hours a day.
        {spec} light [flatters skin and wood|is right for reading and makeup].
        +Dimmable: Dimmable on most wall dimmers, down to ten percent, without a buzz.
        +Smart: Smart control by phone or voice; no hub needed.
        """,
        asks="""
        bulbs i can control with phone | feature=Smart
        60 watt soft white bulbs | size=60W, size=Soft White
        """,
    ),
    _HARDWARE.define(
        "Door Knobs",
        nouns="Door Knob, Passage Door Knob, Interior Door Knob, Round Door Knob",
        words="door knob, doorknob, door handle, door knobs",
        price=(11, 89),
        count=26,
        packs="1 1 1 2 3 6",
        colors="hardware",
        materials="Zinc, Brass, Stainless Steel",
        features="Privacy, Keyed, Dummy",
        extras="for Bedroom and Bath, with Round Rosette, for Hall and Closet",
        confusable="Cabinet Knobs, Hammers, Screwdriver Sets",
        facts="""
        Fits doors 1-3/8 to 1-3/4 in. thick, [either hand|left or right].
        Screws hide under the rose, so nothing shows from the hall.
        The latch adjusts for both backsets[| and a drive-in plate is included].
        Solid in the hand: {material}, not hollow.
        +Privacy: Privacy function locks from inside with a push pin, opens outside with a nail.
        +Keyed: Keyed alike sets open with one key.
        """,
        asks="""
        locking door handle for bathroom | feature=Privacy
        brushed nickel doorknob with key | color=Brushed Nickel, feature=Keyed
        """,
    ),
    _HARDWARE.define(
        "Cabinet Knobs",
        nouns="Cabinet Knob, Drawer Knob, Kitchen Cabinet Knob, Dresser Knob",
        words="cabinet knobs, drawer knobs, knobs for dresser, kitchen knobs, cupboard knobs",
        price=(2.5, 58),
        count=26,
        sizes="1 in., 1-1/8 in., 1-1/4 in., 1-1/2 in.",
        packs="1 5 10 10 25",
        colors="hardware",
        materials="Zinc, Brass, Ceramic, Glass, Wood",
        features="Round, Square, Hammered",
        extras="with Screws, for Bathroom Vanity, Farmhouse Style",
        confusable="Door Knobs, Bookcases, Bar Stools",
        facts="""
        [One-inch|Two lengths of] screws are in the bag for doors and drawers.
        {material} [with a lacquer that does not rub off|polished by hand].
        At {size} across it is [easy on stiff fingers|right for shaker doors].
        """,
        asks="black knobs for kitchen cupboards 10 pack | color=Black, pack=10",
    ),
    _TOOLS.define(
        "Ladders",
        nouns="Ladder, Step Ladder, Folding Ladder, Stepladder",
        words="ladder, step ladder, stepladder, folding ladder",
        price=(29, 289),
        count=22,
        sizes="3 ft., 4 ft., 6 ft., 8 ft., 12 ft.",
        specs="225 lb., 250 lb., 300 lb.",
        materials="Aluminum, Fiberglass, Steel",
        colors="Orange, Silver, Yellow, Blue, Red",
        features="Telescoping, Lightweight, Wide Step",
        extras="with Tool Tray, with Handrail, with Nonslip Feet",
        titles="""
        {brand} {size} {material} {feature} {noun}<, {spec} Capacity>
        {size} {feature} {noun} {extra}<, {spec} Load>
        {brand} {series} {size} {noun} {extra}<, {color}>
        {material} {noun}<, {size}><, {spec} Rated>< - {brand}>
        """,
        confusable="Bookcases, Bar Stools, Cat Trees",
        facts="""
        Steps are [three|three and a half] inches deep and grooved.
        {material} rails[, light enough to carry in one hand|; do not use aluminum near live wires].
        The top tray has slots for [a drill and a roller|drivers and a paint can].
        Spreaders fold with it, so no fingers get pinched.
        """,
        asks="3 foot ladder for kitchen cabinets | size=3 ft.",
    ),
)
