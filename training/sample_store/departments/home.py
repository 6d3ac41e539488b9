"""Home: furniture, bedding, bath, window, lighting."""

from training.sample_store.product_types import Department

_FURNITURE = Department(
    "Furniture",
    brands="Wrenfold, Blue Gable, Moorlight, Hallingby, Tavish & Rowe, Dunmere",
    titles="""
    {brand} {series} {size} {material} {noun}<, {color}>
    {series} {size} {feature} {noun} {extra}< in {color}>
    {color} {material} {noun} {extra} {pack}
    {brand} {size} {feature} {noun} {extra}<, {color}> {pack}
    {series} {noun}<, {material}><, {color}><, {size}>
    {brand} {series} {size} {color} {noun} {extra}
    """,
)

_SOFT = Department(
    "Bed & Bath",
    brands="Linnoway, Blue Gable, Moorlight, Hallingby, Tavish & Rowe, Dunmere",
    titles="""
    {brand} {series} {material} {noun}<, {size}><, {color}> {pack}
    {brand} {feature} {size} {noun} {extra}<, {color}>
    {material} {noun} {extra}<, {size}><, {color}> {pack}
    {series} {feature} {noun}< in {color}>< - {size}> {pack}
    {brand} {color} {material} {size} {noun} {extra} {pack}
    {size} {feature} {noun}<, {material}><, {color}>< by {brand}>
    """,
)

_BED_SIZES = "Twin, Full, Queen, Queen, King"

TYPES = (
    _FURNITURE.define(
        "Sofas",
        nouns="Sofa, 3-Seat Sofa, Track Arm Sofa, Living Room Sofa",
        words="couch, sofa, settee, three seater couch",
        price=(289, 1899),
        count=34,
        sizes="72 in., 78 in., 84 in., 90 in.",
        colors="upholstery",
        materials="Leather, Faux Leather, Velvet, Linen, Performance Fabric, Chenille",
        features="Mid-Century, Sleeper, Tufted",
        extras="with USB Ports, with Removable Covers, with Wood Legs, with Two Throw Pillows",
        near="Loveseats",
        confusable="Throw Pillows, Dog Beds, Coffee Tables, Throw Blankets",
        facts="""
        Seats three across {size} of [deep|high-resilience foam] cushions.
        The kiln-dried hardwood frame is [corner blocked and screwed|doweled and glued], not just stapled.
        Ships in two boxes; legs screw on without tools.
        {material} upholstery [wipes clean with a damp cloth|softens as it is lived on].
        Back cushions are [zipped|loose], so they can be flipped and fluffed.
        +Sleeper: The sleeper mechanism pulls out to a full-size bed for guests.
        """,
        asks="""
        pull out couch for guests | feature=Sleeper
        real leather couch | material=Leather
        gray couch for small apartment | color=Gray
        """,
    ),
    _FURNITURE.define(
        "Loveseats",
        nouns="Loveseat, Small Sofa Loveseat, Rolled Arm Loveseat, Apartment Loveseat",
        words="loveseat, love seat, two seater couch, 2 seat sofa",
        price=(219, 1199),
        count=24,
        sizes="52 in., 57 in., 62 in.",
        colors="upholstery",
        materials="Leather, Faux Leather, Velvet, Linen, Performance Fabric",
        features="Reclining, Mid-Century, Tufted",
        extras="with Storage Console, with Wood Legs, with Nailhead Trim",
        near="Sofas",
        confusable="Patio Chairs, Office Chairs, Throw Pillows",
        facts="""
        At {size} wide it [fits a bay window|suits a den or a studio apartment].
        Two people, [one throw|one dog], no gap in the middle: it is a single bench cushion.
        The {material} cover is [double stitched at the seams|cut from matched panels].
        [Pocketed coils under foam|A webbed seat] keep it from sagging.
        """,
    ),
    _FURNITURE.define(
        "Coffee Tables",
        nouns="Coffee Table, Cocktail Table, Living Room Table, Accent Coffee Table",
        words="coffee table, cocktail table, living room table, center table",
        price=(59, 549),
        sizes="36 in., 42 in., 48 in.",
        colors="wood",
        materials="Solid Wood, Engineered Wood, Glass, Marble, Metal, Rattan",
        features="Lift-Top, Round, Nesting",
        extras="with Storage, with Drawers, with Hairpin Legs, with Open Shelf",
        near="End Tables",
        confusable="Coffee Makers, Table Lamps, Coffee Mugs, Patio Chairs",
        facts="""
        The top is {material}[, sealed against rings|, with a hand-rubbed finish].
        A lower shelf holds [magazines, baskets and remotes|board games and books].
        Assembles in [twenty minutes|half an hour] with the tool in the box.
        Stands at sofa-seat height[|, so a laptop or a bowl of popcorn is in reach].
        +Lift-Top: The lift-top rises on gas springs to make a desk or a dinner tray.
        """,
        asks="""
        table to go in front of couch
        round solid wood coffee table | feature=Round, material=Solid Wood
        """,
    ),
    _FURNITURE.define(
        "End Tables",
        nouns="End Table, Side Table, Accent Table, Sofa Side Table",
        words="end table, side table, bedside table, accent table, nightstand",
        price=(29, 229),
        count=26,
        sizes="16 in., 18 in., 20 in., 22 in.",
        colors="wood",
        materials="Solid Wood, Engineered Wood, Glass, Marble, Metal",
        features="C-Shaped, Round",
        extras="with Charging Station, with Drawer, with Shelf",
        packs="1 1 1 1 2",
        pack_word="Set",
        near="Coffee Tables",
        confusable="Table Lamps, Desks, Bar Stools",
        facts="""
        Just {size} wide, it [slips between a bed and the wall|stands beside an armchair].
        [A soft-close drawer hides|The open cubby holds] chargers, glasses and a paperback.
        {material} top on [a powder-coated frame|tapered legs], steady to 75 pounds.
        +C-Shaped: The c-shaped base slides under the sofa to bring the top to you.
        """,
        asks="small table for next to bed",
    ),
    _FURNITURE.define(
        "Bed Frames",
        nouns="Bed Frame, Platform Bed, Panel Bed, Bed",
        words="bed frame, bed, bedstead, bed base",
        price=(99, 999),
        count=36,
        sizes=_BED_SIZES,
        colors="wood",
        materials="Solid Wood, Metal, Engineered Wood, Velvet, Linen",
        features="Upholstered, Storage, Canopy",
        extras="with Headboard, with 4 Drawers, with Wood Slats, No Box Spring Needed",
        confusable="Dog Beds, Mattresses, Crib Sheets, Sheet Sets",
        facts="""
        [Twelve|Fourteen] slats hold a {size} mattress with no box spring.
        There are [nine|eleven] inches underneath for bins[ and suitcases|].
        Noise-free: every joint has a [nylon|felt] washer.
        {material} headboard at a good height [for reading|for propping pillows].
        Everything packs flat in the headboard carton; two people, one hour.
        +Storage: Storage drawers on casters roll out from both sides.
        """,
        asks="""
        queen bed that doesnt squeak | size=Queen
        bed with drawers underneath queen | size=Queen, feature=Storage
        metal bed frame king | material=Metal, size=King
        """,
    ),
    _SOFT.define(
        "Mattresses",
        nouns="Mattress, Hybrid Mattress, Foam Mattress, Mattress in a Box",
        words="mattress, bed mattress, bed in a box",
        price=(149, 1399),
        sizes=_BED_SIZES,
        specs="8 in., 10 in., 12 in., 14 in.",
        colors="White",
        materials="Memory Foam, Latex, Gel Foam",
        features="Firm, Plush, Cooling",
        extras="with Zip-Off Cover, Fiberglass-Free, Made to Order, 10-Year Warranty",
        titles="""
        {brand} {series} {spec} {feature} {noun}<, {size}>
        {size} {noun}<, {spec}><, {material}><, {feature}>< - {brand}>
        {brand} {spec} {size} {material} {noun} {extra}
        {series} {feature} {size} {noun} {extra}
        """,
        confusable="Bed Frames, Dog Beds, Sheet Sets, Sleeping Bags",
        facts="""
        [Three|Four] layers of foam [ease the hips and shoulders|keep the spine level].
        Arrives rolled in a box; give it [a day|up to 72 hours] to rise to full height.
        The knit cover zips off [|and washes on warm].
        {material} on top [takes the pressure off side sleepers|soaks up a partner's tossing and turning].
        """,
        asks="""
        firm queen mattress for back pain | size=Queen, feature=Firm
        mattress for kids bed twin | size=Twin
        """,
    ),
    _SOFT.define(
        "Sheet Sets",
        nouns="Sheet Set, Bed Sheet Set, Bed Sheets, 4-Piece Sheet Set",
        words="bed sheets, sheet set, sheets, fitted and flat sheet set",
        price=(18, 149),
        count=34,
        sizes=_BED_SIZES,
        specs="300 Thread Count, 400 Thread Count, 600 Thread Count, 1000 Thread Count",
        colors="textile",
        materials="Cotton, Microfiber, Bamboo Viscose, Flannel, Linen, Egyptian Cotton",
        features="Deep Pocket, Wrinkle-Free, Cooling",
        extras="with Pillowcases, Sateen Weave, Percale Weave, Soft Washed",
        titles="""
        {brand} {series} {spec} {material} {noun}<, {size}><, {color}>
        {spec} {material} {noun} {extra}<, {color}><, {size}>
        {brand} {feature} {size} {noun}<, {color}>
        {size} {material} {feature} {noun}<, {color}>< - {brand}>
        {series} {noun} {extra}<, {size}><, {spec}>< ({color})>
        """,
        confusable="Crib Sheets, Printer Paper, Comforters, Bed Frames",
        facts="""
        Flat sheet, fitted sheet and [two pillowcases|a pair of cases to match].
        Gets softer [with every wash|the longer it is slept in].
        Elastic runs all the way around the fitted sheet, [so corners stay put|not just at the corners].
        {material}, woven [tight enough for hotel-crisp edges|for a matte, broken-in feel].
        +Deep Pocket: Deep pocket corners take mattresses up to 18 inches thick.
        +Cooling: A cooling finish pulls heat away on warm nights.
        """,
        asks="""
        sheets for hot sleepers | feature=Cooling
        flannel sheets queen | material=Flannel, size=Queen
        """,
    ),
    _SOFT.define(
        "Comforters",
        nouns="Comforter, Quilted Comforter, Comforter Set, Bed Comforter",
        words="comforter, duvet, doona, bed comforter",
        price=(29, 259),
        sizes=_BED_SIZES,
        colors="textile",
        materials="Cotton, Microfiber, Down, Linen",
        features="Lightweight, Reversible, All Season",
        extras="with Shams, with Corner Loops, Box Stitched, for Hot Sleepers",
        near="Throw Blankets",
        confusable="Sheet Sets, Sleeping Bags, Dog Beds",
        facts="""
        Box stitching keeps the fill [from sliding to the foot|where it belongs].
        Loops at the corners tie it [inside a duvet cover|down].
        Filled for [cool rooms|year-round sleeping] with [no stray quills|loft that comes back in the dryer].
        The {size} size hangs well over the sides of a deep mattress.
        {material} shell[ with piped edges|, pre-washed for softness].
        """,
    ),
    _SOFT.define(
        "Bed Pillows",
        nouns="Bed Pillow, Sleeping Pillow, Pillow, Hotel Pillow",
        words="pillow for sleeping, bed pillows, bed pillow",
        price=(11, 89),
        count=24,
        sizes="Standard, Queen, King",
        packs="1 2 2 2 4",
        pack_word="Set",
        colors="White",
        materials="Memory Foam, Down Alternative, Down, Latex, Bamboo Viscose",
        features="Cooling, Adjustable, Firm",
        extras="for Side Sleepers, for Back Sleepers, with Washable Cover, Gusseted",
        near="Throw Pillows",
        confusable="Sheet Sets, Mattresses, Dog Beds",
        facts="""
        [Side sleepers|Back sleepers] get [lift under the neck|a level spine] without a hard edge.
        {material} fill that [springs back|does not clump] after a wash.
        The outer case is [cotton with a zipper|double stitched and machine washable].
        +Adjustable: Adjustable fill: unzip and take out a handful until the height is right.
        """,
        asks="sleeping pillows set of 2 | pack=2",
    ),
    _SOFT.define(
        "Throw Pillows",
        nouns="Throw Pillow, Accent Pillow, Decorative Pillow, Sofa Pillow",
        words="throw pillow, couch pillow, decorative pillows, cushion for sofa, accent pillow",
        price=(8, 59),
        sizes="12 in. x 20 in., 18 in. x 18 in., 20 in. x 20 in., 24 in. x 24 in.",
        packs="1 1 2 2 4",
        pack_word="Set",
        colors="textile",
        materials="Velvet, Linen, Cotton, Faux Fur, Wool",
        features="Embroidered, Fringed, Outdoor",
        extras="with Insert, for Couch, with Tassels, with Hidden Zipper",
        near="Bed Pillows",
        confusable="Throw Blankets, Sofas, Patio Chairs",
        facts="""
        The {material} front has a [plain linen back|matching back] and a hidden zipper.
        Filled plump[ with recycled fiber|], it keeps its corners.
        Mix two or three sizes on a sofa[|, or one on a reading chair].
        """,
        asks="pillows to go on gray couch",
    ),
    _SOFT.define(
        "Throw Blankets",
        nouns="Throw Blanket, Throw, Knit Throw, Couch Blanket",
        words="throw blanket, couch blanket, cozy blanket, lap blanket, throw",
        price=(14, 129),
        sizes="50 in. x 60 in., 50 in. x 70 in., 60 in. x 80 in.",
        colors="textile",
        materials="Fleece, Cotton, Wool, Sherpa, Chenille, Acrylic",
        features="Weighted, Heated, Waffle Weave",
        extras="with Fringe, for Couch and Bed, with Tassels",
        near="Comforters",
        confusable="Throw Pillows, Dog Beds, Area Rugs",
        facts="""
        Big enough at {size} to [cover feet and shoulders at once|share on the sofa].
        {material} [brushed on both sides|knitted loose and soft], warm without weight.
        Machine wash cold, tumble low; [it does not pill|lint is mild after the first wash].
        +Heated: Heated by a low-voltage wire with six settings and a two-hour timer.
        +Weighted: Weighted evenly with glass beads sewn into small pockets.
        """,
        asks="""
        blanket that plugs in | feature=Heated
        heavy blanket for anxiety | feature=Weighted
        """,
    ),
    _SOFT.define(
        "Area Rugs",
        nouns="Area Rug, Rug, Carpet Rug, Accent Rug",
        words="area rug, rug, carpet for living room, floor rug",
        price=(29, 799),
        count=34,
        sizes="2 ft. x 8 ft., 4 ft. x 6 ft., 5 ft. x 8 ft., 8 ft. x 10 ft., 9 ft. x 12 ft.",
        colors="textile",
        materials="Wool, Jute, Polypropylene, Cotton, Viscose",
        features="Washable, Shag, Outdoor",
        extras="with Nonslip Backing, Distressed Medallion, Geometric Trellis, Moroccan Diamond",
        confusable="Throw Blankets, Chair Mats, Yoga Mats, Shower Curtains",
        facts="""
        {material} pile, [quarter-inch|half-inch] high, under [chairs that scrape|a dining table].
        The faded pattern [hides crumbs between vacuumings|looks like a flea market find].
        Edges are [bound by hand|serged], so they will not curl.
        Use a pad on hardwood[; rolls flat in a day or two|].
        +Washable: Washable in a home machine, cold and gentle.
        """,
        asks="""
        washable rug 5x8 for dining room | size=5 ft. x 8 ft., feature=Washable
        hallway runner 2x8 | size=2 ft. x 8 ft.
        fluffy rug for bedroom | feature=Shag
        """,
    ),
    _SOFT.define(
        "Bath Towels",
        nouns="Bath Towel, Bath Towels, Luxury Bath Towel, Shower Towel",
        words="bath towels, towels, shower towel, bathroom towel set",
        price=(8, 79),
        sizes="27 in. x 54 in., 30 in. x 58 in., 35 in. x 70 in.",
        packs="1 2 4 6",
        pack_word="Set",
        colors="textile",
        materials="Cotton, Turkish Cotton, Egyptian Cotton, Bamboo Viscose, Microfiber",
        features="Quick Dry, Oversized, Waffle Weave",
        extras="600 GSM, with Hanging Loop, Hotel Quality, Ring Spun",
        confusable="Shower Curtains, Throw Blankets",
        facts="""
        {material} loops [drink up water|dry hair in two passes] and [stay soft|fluff up in the dryer].
        The dobby border [will not pucker|lies flat after washing].
        Measures {size}, [enough to wrap around|a hotel size].
        +Quick Dry: Quick dry weave is ready again by evening.
        """,
        asks="extra large bath towel | feature=Oversized",
    ),
    _SOFT.define(
        "Shower Curtains",
        nouns="Shower Curtain, Bathroom Shower Curtain, Bathroom Curtain, Bath Curtain",
        words="shower curtain, bath curtain, bathroom curtain",
        price=(9, 49),
        count=22,
        sizes="54 in. x 78 in., 72 in. x 72 in., 72 in. x 84 in.",
        colors="textile",
        materials="Polyester, Cotton, PEVA, Linen",
        features="Waterproof, Mildew Resistant",
        extras="with Magnets, with Ring Set, Botanical Print, Waffle Texture",
        confusable="Curtains, Bath Towels, Rain Jackets",
        facts="""
        Twelve rust-proof grommets [match any rings|hang from standard hooks].
        Weighted hem [keeps it from billowing|hangs straight inside the tub].
        {material} that [machine washes|wipes down] with the towels.
        """,
        asks="extra long shower curtain 84 inch | size=72 in. x 84 in.",
    ),
    _SOFT.define(
        "Curtains",
        nouns="Curtain Panels, Window Curtains, Curtain Drapes, Drapery Panels",
        words="curtains, drapes, window panels, window curtains",
        price=(13, 119),
        sizes="42 in. x 63 in., 52 in. x 84 in., 52 in. x 95 in., 52 in. x 108 in.",
        packs="1 2 2 2",
        pack_word="Set",
        colors="textile",
        materials="Polyester, Linen, Velvet, Cotton",
        features="Blackout, Sheer, Thermal",
        extras="for Living Room, for Bedroom, with Grommets, Rod Pocket, Pinch Pleat",
        confusable="Shower Curtains, Sheet Sets",
        facts="""
        Hang from [rods up to one and a half inches|a rod or clip rings].
        {material} with a [soft drape|weighted hem] and side seams that [do not pucker|stay straight].
        Steam out the folds once and they stay out.
        +Blackout: Blackout lining blocks streetlights for night-shift sleepers and nurseries.
        +Thermal: The thermal backing keeps summer heat out and winter warmth in.
        """,
        asks="""
        curtains that block sunlight for bedroom | feature=Blackout
        long curtains 108 | size=52 in. x 108 in.
        """,
    ),
    _FURNITURE.define(
        "Table Lamps",
        nouns="Table Lamp, Bedside Lamp, Accent Lamp, Nightstand Lamp",
        words="table lamp, bedside lamp, nightstand lamp",
        brands="Wrenfold, Blue Gable, Moorlight, Hallingby, Lumevale, Glowden",
        price=(17, 229),
        count=26,
        sizes="14 in., 18 in., 22 in., 26 in.",
        colors="lamp",
        materials="Ceramic, Glass, Metal, Marble, Rattan",
        features="Touch, Dimmable",
        extras="with Linen Shade, with USB Port, with Pull Chain, with Drum Shade",
        packs="1 1 1 1 2",
        pack_word="Set",
        near="Desk Lamps, Floor Lamps",
        confusable="End Tables, Light Bulbs, Shop Lights",
        facts="""
        Stands {size} to the finial and takes one [60-watt|9-watt LED] bulb.
        The {material} base has felt underneath, kind to [painted wood|a polished nightstand].
        A [linen|drum] shade [softens the light for reading in bed|throws a warm circle].
        +Touch: Touch the base for low, medium, bright, off.
        """,
        asks="lamp you tap to turn on | feature=Touch",
    ),
    _FURNITURE.define(
        "Floor Lamps",
        nouns="Floor Lamp, Standing Lamp, Tripod Floor Lamp, Arc Floor Lamp",
        words="floor lamp, standing lamp, tall lamp, corner lamp",
        brands="Wrenfold, Blue Gable, Moorlight, Hallingby, Lumevale, Glowden",
        price=(34, 299),
        count=22,
        sizes="58 in., 62 in., 66 in., 72 in.",
        colors="lamp",
        materials="Metal, Solid Wood, Rattan",
        features="Dimmable, Adjustable",
        extras="with Shelves, with Foot Switch, with Remote, with Linen Shade",
        near="Table Lamps, Desk Lamps",
        confusable="Area Rugs, Fans, Light Bulbs",
        facts="""
        At {size} it lights [over a shoulder|the corner behind the sofa].
        The weighted base [will not tip|stays put around children and pets].
        [A foot switch|A switch on the pole] saves reaching under the shade.
        +Dimmable: Dimmable from movie-night glow to full reading light.
        """,
        asks="tall lamp for dark corner living room",
    ),
    _FURNITURE.define(
        "Bookcases",
        nouns="Bookcase, Bookshelf, Ladder Bookshelf, Open Bookcase",
        words="bookshelf, book case, bookcase, shelves for books, book shelf",
        price=(39, 449),
        count=26,
        sizes="3-Shelf, 4-Shelf, 5-Shelf, 6-Shelf",
        colors="wood",
        materials="Solid Wood, Engineered Wood, Metal, Bamboo",
        features="Corner, Industrial",
        extras="with Doors, with Drawers, with Anti-Tip Kit, with Ladder Frame",
        confusable="Notebooks, Storage Bins, Desks",
        facts="""
        Each shelf carries [thirty|forty] pounds of hardcovers.
        {material} with [an X brace|a closed back] against sway.
        An anti-tip strap for the wall is in the box.
        Shelves [move up and down on pins|are spaced for binders and picture books].
        +Corner: Corner shape turns a dead angle into shelf space.
        """,
    ),
    _FURNITURE.define(
        "Bar Stools",
        nouns="Bar Stool, Counter Stool, Barstool, Kitchen Island Stool",
        words="bar stool, barstool, counter stool, kitchen stool, breakfast bar stool",
        price=(35, 289),
        count=26,
        sizes="24 in., 26 in., 29 in., 30 in.",
        packs="1 2 2 2 4",
        pack_word="Set",
        colors="upholstery",
        materials="Metal, Solid Wood, Faux Leather, Leather, Velvet, Rattan",
        features="Swivel, Adjustable",
        extras="with Back, with Footrest, with Nailhead Trim",
        confusable="Pry Bars, Office Chairs, Ladders",
        facts="""
        A {size} seat suits [counters 34 to 37 inches high|a bar about 40 inches high].
        The footrest is [capped in metal|a welded ring], where stools wear first.
        {material} seat over [dense foam|a plywood shell]; holds 300 pounds.
        +Swivel: Swivel all the way around from kitchen to conversation.
        """,
        asks="""
        stools for kitchen island set of 2 | pack=2
        counter height stools 24 inch | size=24 in.
        """,
    ),
)
