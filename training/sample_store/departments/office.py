"""Office and school."""

from training.sample_store.product_types import Department

_OFFICE = Department(
    "Office",
    brands="Papermoth, Quillmark, Deskforge, Ledgerly, Inkvale",
    titles="""
    {brand} {series} {feature} {noun}<, {size}><, {color}><, {pack}>
    {brand} {size} {material} {noun} {extra}<, {color}><, {pack}>
    {feature} {noun} {extra}<, {size}><, {color}><, {pack}>
    {size} {color} {feature} {noun}<, {brand}><, {pack}>
    {brand} {model} {feature} {noun} {extra}<, {color}>
    """,
)

TYPES = (
    _OFFICE.define(
        "Office Chairs",
        nouns="Office Chair, Desk Chair, Task Chair, Computer Chair",
        words="office chair, desk chair, computer chair, work chair, swivel chair",
        brands="Deskforge, Quillmark, Moorlight, Wrenfold",
        price=(59, 549),
        count=32,
        colors="Black, Gray, White, Navy, Cognac, Blush",
        materials="Mesh, Leather, Faux Leather, Velvet, Polyester",
        features="Ergonomic, Armless, Big & Tall, High-Back",
        extras="with Lumbar Support, with Flip-Up Arms, with Headrest, with Footrest",
        confusable="Chair Mats, Bar Stools, Patio Chairs, Desks, Camping Chairs",
        facts="""
        Height, tilt and arms adjust without standing up.
        {material} back, [cool in August|firm behind the ribs].
        Casters roll on wood and low carpet.
        Holds [250|300] pounds; thirty minutes to put together.
        +Big & Tall: Big & tall base and a seat two inches wider.
        """,
        asks="""
        chair for back pain at desk | feature=Ergonomic
        computer chair no arms | feature=Armless
        """,
    ),
    _OFFICE.define(
        "Chair Mats",
        nouns="Chair Mat, Office Chair Mat, Desk Chair Mat, Floor Protector Mat",
        words="chair mat, office chair mat, mat for under desk chair, desk mat floor",
        brands="Deskforge, Ledgerly, Brightly Kept",
        price=(19, 129),
        count=18,
        sizes="30 in. x 48 in., 36 in. x 48 in., 45 in. x 53 in.",
        colors="Clear, Black, Gray",
        materials="Vinyl, Polycarbonate, Tempered Glass, Bamboo",
        features="Studded, Smooth, Heavy-Duty",
        extras="for Carpet, for Hardwood Floors, with Lip",
        confusable="Office Chairs, Yoga Mats, Area Rugs",
        facts="""
        {material}, [flat out of the box in a warm room|no curl at the edges].
        Casters roll without digging in.
        Cut {size} to fit under most desks.
        """,
        asks="plastic thing under office chair on carpet",
    ),
    _OFFICE.define(
        "Printer Paper",
        nouns="Printer Paper, Copy Paper, Multipurpose Paper, Copy & Print Paper",
        words="printer paper, copy paper, printing paper, paper for printer",
        brands="Papermoth, Ledgerly, Quillmark",
        price=(6, 59),
        count=22,
        sizes="8.5 in. x 11 in., 8.5 in. x 14 in., 11 in. x 17 in.",
        specs="20 lb., 24 lb., 32 lb.",
        packs="1 1 3 5 10",
        pack_word="Ream",
        colors="White, Bright White, Ivory, Light Blue",
        features="Recycled, Glossy, Cardstock",
        titles="""
        {brand} {series} {noun}<, {size}><, {spec}><, {color}><, {pack}>
        {brand} {feature} {noun}<, {size}><, 500 Sheets><, {pack}>
        {noun}, {spec}, 92 Bright<, {size}><, {color}><, {pack}>
        {feature} {noun}<, {size}>< - {brand}><, {pack}>
        """,
        confusable="Ink Cartridges, Notebooks, Paper Shredders, Coffee Filters",
        facts="""
        Feeds without jams in lasers, inkjets and copiers.
        {spec} stock, heavy enough not to show through.
        500 sheets to the ream.
        +Recycled: Recycled, a third from what offices throw away.
        """,
        asks="thick paper for printing invitations | feature=Cardstock",
    ),
    _OFFICE.define(
        "Ink Cartridges",
        nouns="Ink Cartridge, Printer Ink Cartridge, Ink Cartridge Replacement, Printer Ink",
        words="ink cartridge, printer ink, ink for printer, cartridges, printer cartridge",
        brands="Inkvale, Ledgerly",
        price=(9, 79),
        count=22,
        sizes="IV 62, IV 62XL, IV 910, IV 910XL, IV 305",
        packs="1 1 2 4 5",
        colors="ink",
        features="High Yield, Remanufactured",
        titles="""
        {brand} {size} {feature} {noun}<, {color}><, {pack}>
        {noun}< for {size}><, {feature}><, {color}><, {pack}>
        {feature} {size} {noun}< - {brand}><, {color}><, {pack}>
        {size} {color} {noun}<, {feature}><, {pack}>
        """,
        confusable="Printer Paper, Gel Pens, Staples",
        facts="""
        Clicks in; the printer reads the level.
        About [200|480|825] pages at normal coverage.
        Sealed in foil, good for two years.
        """,
        asks="""
        black ink 62xl | size=IV 62XL, color=Black
        color cartridge 910 | size=IV 910, color=Multicolor
        """,
    ),
    _OFFICE.define(
        "Gel Pens",
        nouns="Gel Pens, Gel Pen, Rollerball Pens, Pens",
        words="gel pens, pens, gelpens, gel ink pens",
        brands="Quillmark, Papermoth, Ledgerly",
        price=(3, 34),
        count=24,
        sizes="0.5 mm, 0.7 mm, 1.0 mm",
        packs="1 4 8 12 24 36",
        colors="ink",
        features="Retractable, Erasable, Glitter",
        extras="with Grip, with Metal Clip, Quick-Dry Ink",
        confusable="Notebooks, Ink Cartridges, Lipstick, Whiteboards",
        facts="""
        The {size} point [does not skip|lays a steady line] on receipts or notebooks.
        Dry before a left hand gets there.
        Takes standard refills.
        +Erasable: Erasable by rubbing; the heat clears the ink.
        """,
        asks="pens that erase | feature=Erasable",
    ),
    _OFFICE.define(
        "Notebooks",
        nouns="Notebook, Spiral Notebook, Ruled Notebook, Subject Notebook",
        words="school notebook, writing notebook, paper notebook, note book",
        brands="Papermoth, Quillmark, Ledgerly",
        price=(3, 39),
        count=28,
        sizes="5 in. x 8 in., 6 in. x 9 in., 8 in. x 10.5 in.",
        packs="1 1 3 4 6 12",
        colors="Black, Navy, Red, Forest Green, Blush, Multicolor, Gray",
        features="College Ruled, Wide Ruled, Dotted, Hardcover",
        extras="80 Sheets, 100 Pages, with Pocket, with Elastic",
        confusable="Laptops, Laptop Sleeves, Gel Pens, Printer Paper",
        facts="""
        Paper that takes [gel ink|a fountain pen] without ghosting.
        Opens flat and stays there.
        Micro-perforated; pages leave without fringe.
        """,
        asks="""
        college ruled notebooks 6 pack | feature=College Ruled, pack=6
        dot grid notebook | feature=Dotted
        """,
    ),
    _OFFICE.define(
        "Staplers",
        nouns="Stapler, Desktop Stapler, Office Stapler",
        words="stapler, desk stapler, paper stapler, staplers",
        brands="Quillmark, Ledgerly, Deskforge",
        price=(6, 79),
        count=18,
        sizes="20-Sheet, 25-Sheet, 40-Sheet, 100-Sheet",
        colors="Black, Red, Blue, Gray, Blush",
        materials="Metal, Plastic",
        features="Electric, Heavy-Duty, Mini",
        extras="with 1000 Staples, with Remover, Jam-Free",
        confusable="Staples, Hammers, Paper Shredders",
        facts="""
        Goes through a {size} stack with [one finger|a tap].
        Opens flat for bulletin boards.
        Takes standard quarter-inch staples.
        """,
    ),
    _OFFICE.define(
        "Staples",
        nouns="Staples, Standard Staples, Stapler Staples",
        words="staples, stapler refills, standard staples",
        brands="Quillmark, Ledgerly",
        price=(2, 16),
        count=16,
        sizes="1/4 in., 3/8 in., 1/2 in.",
        packs="1000 5000 25000",
        pack_word="Count",
        features="Heavy-Duty, Chisel Point",
        titles="""
        {brand} {size} {feature} {noun}<, {pack}>
        {noun} for [Desktop Staplers|Most Staplers]<, {size}><, {pack}>
        {brand} {series} {noun}<, {size}><, {pack}>
        {feature} {noun}<, {size}><, {pack}>< - {brand}>
        """,
        confusable="Staplers, Ink Cartridges",
        facts="""
        Chisel-cut ends go straight in.
        Fits [most desktop staplers|every full-strip stapler on the floor].
        Glued in strips of 210 that do not break in the pocket.
        """,
    ),
    _OFFICE.define(
        "Desk Lamps",
        nouns="Desk Lamp, LED Desk Lamp, Reading Lamp, Task Lamp",
        words="desk lamp, reading lamp, study lamp, task light",
        brands="Lumevale, Glowden, Deskforge, Moorlight",
        price=(14, 149),
        count=24,
        colors="lamp",
        materials="Metal, Plastic, Aluminum",
        features="Dimmable, Clip-On, Rechargeable",
        extras="with USB Port, with Wireless Charger, with Swing Arm, with Pen Holder",
        near="Table Lamps, Floor Lamps",
        confusable="Desks, Light Bulbs, Shop Lights, Monitors",
        facts="""
        [Three|Five] tints, warm for evening, cool for color work.
        The arm stays where it is put.
        No flicker on a video call.
        +Clip-On: Clip-on jaw opens to two inches, rubber lined.
        """,
        asks="lamp that clamps to bed or desk | feature=Clip-On",
    ),
    _OFFICE.define(
        "Desks",
        nouns="Desk, Computer Desk, Writing Desk, Home Office Desk",
        words="desk, computer desk, writing desk, office table, work desk",
        brands="Deskforge, Wrenfold, Moorlight, Hallingby",
        price=(59, 799),
        count=28,
        sizes="32 in., 40 in., 48 in., 55 in., 60 in.",
        colors="wood",
        materials="Engineered Wood, Solid Wood, Metal, Glass",
        features="Standing, L-Shaped, Corner, Folding",
        extras="with Drawers, with Hutch, with Keyboard Tray, with Cable Tray",
        near="",
        confusable="Office Chairs, Desk Lamps, Laptops, Coffee Tables",
        facts="""
        {size} of top, [a grommet for cords|cords drop out of sight behind].
        {material} over a steel frame; [it does not shake when you type|levelers for old floors].
        Reverses left to right at assembly.
        +Standing: Standing height at a button, three presets.
        """,
        asks="""
        desk that goes up and down | feature=Standing
        small desk for bedroom 32 inch | size=32 in.
        """,
    ),
    _OFFICE.define(
        "Whiteboards",
        nouns="Whiteboard, Dry Erase Board, White Board, Wall Whiteboard",
        words="whiteboard, dry erase board, white board, marker board",
        brands="Quillmark, Ledgerly, Deskforge",
        price=(9, 189),
        count=22,
        sizes="11 in. x 14 in., 24 in. x 36 in., 36 in. x 48 in., 48 in. x 72 in.",
        colors="Black, Silver, Natural",
        materials="Melamine, Porcelain, Glass",
        features="Magnetic, Double-Sided, Calendar",
        extras="with Tray, with 4 Markers, with Easel, with Wood Frame",
        confusable="Keyboards, Cutting Boards, Board Games, Desks",
        facts="""
        Wipes clean [after a weekend|without ghosts].
        Hangs either way up from four corners.
        The {material} face does not dent.
        +Calendar: Calendar grid printed for the month, notes down the side.
        """,
    ),
    _OFFICE.define(
        "Paper Shredders",
        nouns="Paper Shredder, Shredder, Document Shredder",
        words="paper shredder, shredder, document shredder",
        brands="Ledgerly, Deskforge, Inkvale",
        price=(29, 289),
        count=18,
        sizes="6-Sheet, 8-Sheet, 12-Sheet, 18-Sheet",
        colors="Black, White",
        features="Cross-Cut, Micro-Cut, Quiet",
        extras="with Pullout Bin, with Auto Feed, Shreds Credit Cards",
        confusable="Printer Paper, Staplers, Trash Cans",
        facts="""
        {size} at a time, staples and all.
        Runs [five|ten|thirty] minutes before it rests.
        Reverses by itself from a jam.
        +Micro-Cut: Micro-cut confetti, for bank statements.
        """,
    ),
)
