"""Electronics: phones and what goes with them, audio, television, computing, power."""

from training.sample_store.product_types import Department

_TECH = Department(
    "Electronics",
    brands="Zentriq, Pixonar, Corvane, Teklune",
    titles="""
    {brand} {model} {size} {feature} {noun}<, {color}>
    {brand} {series} {feature} {noun} {extra}<, {color}> {pack}
    {feature} {noun} {extra}<, {size}><, {color}>< - {brand}> {pack}
    {brand} {size} {noun} {extra}< ({color})>
    {brand} {series} {model} {noun}<, {size}><, {spec}><, {color}>
    {color} {size} {feature} {noun} {extra}< by {brand}>
    """,
)

_PHONE_FIT = "Orbiq 9, Orbiq 9 Pro, Orbiq 9 Mini, Nuvexa S12, Nuvexa S12 Ultra, Halcyo One"
_ACCESSORY_TITLES = """
{brand} {series} {feature} {noun}< for {size}><, {color}> {pack}
{size} {noun}<, {feature}> {extra}<, {color}> {pack}
{brand} {noun}< Compatible with {size}> {extra}<, {color}> {pack}
{color} {feature} {noun}< for {size}>< - {brand}> {pack}
"""

TYPES = (
    _TECH.define(
        "Smartphones",
        nouns="Smartphone, Unlocked Smartphone, 5G Smartphone, Cell Phone",
        words="cell phone, smartphone, mobile phone, phone, unlocked phone",
        brands="Orbiq, Nuvexa, Halcyo",
        price=(129, 1199),
        count=30,
        sizes="64 GB, 128 GB, 256 GB, 512 GB",
        colors="tech",
        features="Dual SIM, Renewed, Prepaid",
        titles="""
        {brand} {series} {noun}<, {size}><, {color}>
        {brand} {series} {size} {feature} {noun}< - {color}>
        {feature} {brand} {series} ({noun}<, {size}>)<, {color}>
        {brand} {series} 5G<, {size}><, {color}><, {feature}>
        """,
        confusable="Phone Cases, Screen Protectors, USB Chargers, Power Banks, Headphones",
        facts="""
        The {size} model holds [thousands of photos|a few seasons of downloaded shows].
        [Wide, ultrawide and telephoto cameras|The main camera] [see in the dark|hold steady for video].
        A full charge lasts [a day and a half|all day]; half comes back in [twenty-five|thirty] minutes.
        Works on all major U.S. carriers once a SIM is in.
        Rated for rain and a dropped glass of water.
        """,
        asks="""
        phone that takes two sim cards | feature=Dual SIM
        refurbished orbiq phone | brand=Orbiq, feature=Renewed
        """,
    ),
    _TECH.define(
        "Phone Cases",
        nouns="Phone Case, Protective Case, Slim Case, Case",
        words="phone case, phone cover, cell phone case, case for phone, phone protector case",
        brands="Shellbury, Corvane, Teklune",
        price=(7, 54),
        count=40,
        sizes=_PHONE_FIT,
        colors="case",
        materials="Silicone, Leather, Polycarbonate, TPU, Faux Leather",
        features="Shockproof, Magnetic, Wallet, Waterproof",
        extras="with Kickstand, with Camera Cover, with Lanyard, with Card Holder",
        titles=_ACCESSORY_TITLES,
        near="",
        confusable="Smartphones, Screen Protectors, Laptop Sleeves",
        facts="""
        Cut for the {size}, with [clicky buttons|open ports] and a lip around the cameras.
        Raised edges keep the screen off the table.
        {material} that [does not yellow|stays grippy] and [slides in a pocket|wipes clean].
        Charges wirelessly without taking it off.
        +Shockproof: Shockproof corners passed a [six|ten]-foot drop on concrete.
        +Wallet: The wallet flap holds three cards and folded bills.
        +Magnetic: A magnetic ring lines up chargers and car mounts.
        """,
        asks="""
        orbiq 9 cover leather | size=Orbiq 9, material=Leather
        nuvexa s12 case clear | size=Nuvexa S12, color=Clear
        flip wallet for orbiq 9 pro | size=Orbiq 9 Pro, feature=Wallet
        case for halcyo one phone | size=Halcyo One
        """,
    ),
    _TECH.define(
        "Screen Protectors",
        nouns="Screen Protector, Tempered Glass Screen Protector, Screen Guard",
        words="screen protector, phone screen protector, screen guard, glass screen cover",
        brands="Shellbury, Brightwire, Teklune",
        price=(5, 34),
        count=22,
        sizes=_PHONE_FIT,
        packs="1 2 2 3",
        features="Privacy, Anti-Glare",
        extras="with Install Frame, 9H Hardness, Edge to Edge",
        titles=_ACCESSORY_TITLES,
        confusable="Smartphones, Phone Cases, Monitors, Sunscreen",
        facts="""
        The alignment frame sets it straight on the first try.
        Takes the scratch so the {size} does not.
        Touch and fingerprint unlock work [as before|through it].
        +Privacy: Privacy glass goes dark from the next seat.
        """,
        asks="orbiq 9 screen saver glass | size=Orbiq 9",
    ),
    _TECH.define(
        "USB Chargers",
        nouns="USB-C Wall Charger, Wall Charger, USB Charger, Power Adapter",
        words="phone charger, usb charger, wall charger, charging block, charger brick",
        brands="Zentriq, Brightwire, Teklune",
        price=(8, 64),
        count=26,
        sizes="20W, 30W, 45W, 65W, 100W",
        packs="1 1 1 2 3",
        colors="White, Black",
        features="Fast, Foldable, Dual Port",
        extras="with Cable, for Phones and Tablets, for Laptops",
        near="",
        confusable="Charging Cables, Power Banks, Smartphones, Batteries",
        facts="""
        {size} brings a phone to half in [under half an hour|about 25 minutes].
        Small as [a golf ball|a matchbox], so the next outlet stays free.
        Watches heat and voltage and backs off before either climbs.
        +Foldable: Foldable prongs tuck in for the bag.
        +Dual Port: Dual port: a laptop and a phone at once.
        """,
        asks="charger with two usb holes | feature=Dual Port",
    ),
    _TECH.define(
        "Charging Cables",
        nouns="USB-C Cable, Charging Cable, USB-C to USB-C Cable, Charger Cord",
        words="charging cable, usb c cable, phone cord, charger cord, usbc cord",
        brands="Brightwire, Zentriq, Teklune",
        price=(5, 29),
        count=26,
        sizes="1 ft., 3 ft., 6 ft., 10 ft.",
        packs="1 1 2 3 5",
        colors="Black, White, Red, Gray, Navy",
        materials="Braided Nylon, PVC, Silicone",
        features="Fast Charging, Right Angle",
        extras="for Smartphones and Tablets, 60W, 480 Mbps, with Cable Tie",
        confusable="USB Chargers, HDMI Cables, Extension Cords",
        facts="""
        The {material} sleeve [does not tangle|survived 20000 bends on the bench].
        Plugs in [either way up|with a firm click].
        {size} reaches [from the outlet to the couch|across a nightstand].
        """,
        asks="extra long phone charging cord 10 ft | size=10 ft.",
    ),
    _TECH.define(
        "HDMI Cables",
        nouns="HDMI Cable, High Speed HDMI Cable, HDMI Cord",
        words="hdmi cable, hdmi cord, hdmi lead, cable for tv hdmi",
        brands="Brightwire, Pixonar, Teklune",
        price=(6, 49),
        count=20,
        sizes="3 ft., 6 ft., 10 ft., 15 ft., 25 ft.",
        packs="1 1 2 3",
        colors="Black, Gray, White",
        features="4K, 8K, Right Angle",
        extras="with Gold Plated Ends, for TV and Monitors, with Ethernet, Braided",
        confusable="Charging Cables, Televisions, Extension Cords",
        facts="""
        Carries picture and sound, with [HDR|audio return], over one cord.
        Shielding keeps [sparkles|dropouts] off long runs.
        At {size} it reaches [a wall-mounted screen|behind the cabinet].
        """,
    ),
    _TECH.define(
        "Headphones",
        nouns="Headphones, Over-Ear Headphones, Stereo Headphones, Headset",
        words="headphones, over ear headphones, headset, head phones",
        brands="Sonaro, Zentriq, Corvane, Teklune",
        price=(18, 379),
        count=34,
        colors="tech",
        features="Noise Cancelling, Wireless, Wired, Kids",
        extras="with Microphone, with Carry Case, for Gaming, for Travel",
        near="Earbuds",
        confusable="Bluetooth Speakers, Phone Cases",
        facts="""
        Memory foam cushions [clear the ears|stay soft over glasses].
        [Forty-millimeter|Large] drivers with [deep but tidy bass|clear voices].
        Folds flat into [the zip case|a coat pocket].
        The mute button falls [under the thumb|on the left cup].
        +Noise Cancelling: Noise cancelling takes the roar off planes and open offices.
        """,
        asks="""
        headphones that block out noise on plane | feature=Noise Cancelling
        headphones for kids school | feature=Kids
        """,
    ),
    _TECH.define(
        "Earbuds",
        nouns="Earbuds, In-Ear Headphones, True Wireless Earbuds, Ear Buds",
        words="earbuds, ear buds, earphones, in ear headphones",
        brands="Sonaro, Zentriq, Corvane, Teklune",
        price=(12, 249),
        count=30,
        colors="tech",
        features="Noise Cancelling, Waterproof, Open-Ear",
        extras="with Charging Case, with Ear Hooks, with Mic, for Running, with Touch Control",
        near="Headphones",
        confusable="Bluetooth Speakers, Phone Cases, USB Chargers",
        facts="""
        [Six|Seven] hours on a charge, [twenty-four|thirty] with the case.
        Three sizes of tips find the fit; the [wing|stem] keeps them in on stairs.
        Taps skip, pause and answer.
        Pairs the moment the lid opens.
        +Waterproof: Waterproof to a meter, so rain and sweat are fine.
        """,
        asks="headphones that stay in ear for running",
    ),
    _TECH.define(
        "Bluetooth Speakers",
        nouns="Bluetooth Speaker, Portable Speaker, Wireless Speaker, Portable Bluetooth Speaker",
        words="bluetooth speaker, portable speaker, blue tooth speaker, wireless speaker, bluetooth speakers",
        brands="Sonaro, Zentriq, Corvane, Teklune",
        price=(16, 289),
        count=26,
        sizes="5W, 10W, 20W, 40W",
        colors="tech",
        features="Waterproof, Mini, Party",
        extras="with LED Lights, 24-Hour Playtime, with Strap, with Bass Boost",
        confusable="Headphones, Earbuds, Power Banks",
        facts="""
        Fills [a kitchen|a campsite|a patio] from something the size of [a can|a loaf].
        Two of them pair for stereo.
        [Fifteen|Twenty] hours between charges[|, more at low volume].
        +Waterproof: Waterproof and it floats, face up.
        """,
        asks="speaker for shower | feature=Waterproof",
    ),
    _TECH.define(
        "Televisions",
        nouns="Smart TV, LED TV, Television, Smart LED TV",
        words="tv, television, smart tv, flat screen tv, flatscreen",
        brands="Pixonar, Zentriq, Corvane, Teklune",
        price=(109, 2199),
        count=34,
        sizes="24 in., 32 in., 43 in., 50 in., 55 in., 65 in., 75 in.",
        colors="Black, Silver",
        features="4K, 1080p, 8K",
        extras="with HDR, with Voice Remote, with 3 HDMI Ports, 120 Hz",
        titles="""
        {brand} <{size} Class> {series} {feature} {noun} {extra}
        {brand} {size} {feature} {noun} ({model})
        {size} {feature} {noun} {extra}< - {brand} {model}>
        {brand} {series} {model} {size} {noun}<, {feature}>
        """,
        confusable="TV Wall Mounts, Monitors, HDMI Cables, Screen Protectors",
        facts="""
        The {size} panel [holds color from the side|dims the black bars to black].
        Streaming apps are built in; the remote [listens when you hold the button|has four of them on keys].
        Three HDMI ports, one with audio return for a soundbar.
        Game mode [cuts lag|turns on by itself with a console].
        """,
        asks="""
        55 inch 4k tv | size=55 in., feature=4K
        24 inch tv for kitchen | size=24 in.
        tv for large living room 75 | size=75 in.
        """,
    ),
    _TECH.define(
        "TV Wall Mounts",
        nouns="TV Wall Mount, TV Mount, TV Bracket, TV Wall Bracket",
        words="tv wall mount, tv mount, tv bracket, hang tv on wall, tv hanger",
        brands="Corvane, Brightwire, Teklune, Bravik",
        price=(14, 149),
        count=22,
        colors="Black, White",
        materials="Steel, Aluminum",
        features="Full Motion, Fixed, Tilting",
        extras="for 32-70 in. TVs, for 23-55 in. TVs, for 42-90 in. TVs, with HDMI Cable, Holds 132 lb.",
        titles="""
        {brand} {feature} {noun} {extra}<, {color}>
        {feature} {material} {noun} {extra}< - {brand}>
        {brand} {model} {noun}<, {feature}> {extra}
        {noun} {extra}<, {feature}><, {color}>
        """,
        confusable="Televisions, Monitors, HDMI Cables",
        facts="""
        Bolts for studs and masonry are in labeled bags, with a level.
        Sits [an inch and a half|two and a half inches] off the wall folded.
        +Full Motion: Full motion arms swing out [sixteen|twenty] inches to face the kitchen.
        +Tilting: Tilting fifteen degrees takes the glare off a high screen.
        """,
        asks="tv mount that swings out | feature=Full Motion",
    ),
    _TECH.define(
        "Laptops",
        nouns="Laptop, Laptop Computer, Notebook Computer, Notebook PC",
        words="laptop, laptop computer, notebook computer, lap top",
        brands="Corvane, Pixonar, Zentriq, Teklune",
        price=(199, 1899),
        count=30,
        sizes="11.6 in., 13.3 in., 14 in., 15.6 in., 17.3 in.",
        specs="4 GB RAM, 8 GB RAM, 16 GB RAM, 32 GB RAM",
        colors="Silver, Space Gray, Black, Navy",
        features="Touchscreen, 2-in-1, Gaming",
        extras="with 256 GB SSD, with 512 GB SSD, with Backlit Keyboard, with Webcam",
        titles="""
        {brand} {series} {size} {feature} {noun}<, {spec}> {extra}<, {color}>
        {brand} {model} {noun}<, {size}><, {spec}><, {color}>
        {size} {feature} {noun}<, {spec}>< - {brand} {series}>
        {brand} {size} {noun} {extra}<, {spec}><, {feature}>
        """,
        confusable="Laptop Sleeves, Notebooks, Keyboards, Desks, Hiking Backpacks",
        facts="""
        {spec} and a solid-state drive [open a dozen tabs at once|are plenty for school and spreadsheets].
        The {size} screen is [matte|bright enough for a window seat].
        [Nine|Eleven] hours on a charge, an hour to refill.
        Two USB-C ports, a headphone jack and [HDMI|a card slot].
        +2-in-1: 2-in-1 hinge folds it into a tablet.
        +Gaming: Gaming graphics and a fan that can be turned up.
        """,
        asks="""
        laptop for college 15.6 inch | size=15.6 in.
        laptop with touch screen 14 inch | size=14 in., feature=Touchscreen
        """,
    ),
    _TECH.define(
        "Laptop Sleeves",
        nouns="Laptop Sleeve, Laptop Case, Notebook Sleeve, Laptop Carrying Case",
        words="laptop sleeve, laptop case, laptop cover bag, notebook computer sleeve",
        brands="Shellbury, Corvane, Teklune, Oakes & Wilder",
        price=(10, 64),
        count=22,
        sizes="11.6 in., 13.3 in., 14 in., 15.6 in., 17.3 in.",
        colors="Black, Gray, Navy, Blush, Cognac, Forest Green",
        materials="Neoprene, Canvas, Leather, Faux Leather, Felt",
        features="Waterproof, Slim",
        extras="with Handle, with Accessory Pouch, with Shoulder Strap",
        near="",
        confusable="Laptops, Hiking Backpacks, Phone Cases, Sweaters",
        facts="""
        Plush inside, {material} outside, [a corner bumper at each end|a zipper that stays off the lid].
        Snug on {size} laptops[, charger in the front pocket|].
        Slides into a backpack as a second skin.
        """,
        asks="padded case for 13 inch laptop | size=13.3 in.",
    ),
    _TECH.define(
        "Computer Mice",
        nouns="Mouse, Wireless Mouse, Computer Mouse, Optical Mouse",
        words="computer mouse, mouse for laptop, pc mouse, mouse",
        brands="Corvane, Zentriq, Teklune",
        price=(8, 109),
        count=26,
        colors="tech",
        features="Ergonomic, Gaming, Silent, Vertical",
        extras="with USB Receiver, for Laptop, 6 Buttons, 16000 DPI, Rechargeable",
        confusable="Keyboards, Laptops, Stuffed Animals",
        facts="""
        Tracks on [glass|denim and desks] at up to [1600|16000] DPI.
        The wheel [clicks by notch|spins free for long documents].
        One AA lasts [a year|eighteen months].
        +Ergonomic: Ergonomic thumb rest keeps the wrist straight.
        +Silent: Silent clicks for shared offices and sleeping babies.
        """,
        asks="quiet mouse | feature=Silent",
    ),
    _TECH.define(
        "Keyboards",
        nouns="Keyboard, Computer Keyboard, Wireless Keyboard, USB Keyboard",
        words="keyboard, computer keyboard, pc keyboard, key board",
        brands="Corvane, Zentriq, Teklune",
        price=(13, 179),
        count=26,
        colors="tech",
        features="Mechanical, Ergonomic, Compact, Backlit",
        extras="with Number Pad, with Wrist Rest, for Windows and Mac OS, with Mouse",
        confusable="Computer Mice, Laptops, Whiteboards",
        facts="""
        Keys have [four millimeters|a short, crisp] travel and [legends that do not wear off|a light touch].
        Connects to three devices and switches on a key.
        Little feet tip it up[; a channel hides the cord|].
        +Mechanical: Mechanical switches with a click that says it registered.
        +Backlit: Backlit in three steps for late nights.
        """,
        asks="clicky keyboard | feature=Mechanical",
    ),
    _TECH.define(
        "Monitors",
        nouns="Monitor, Computer Monitor, PC Monitor, LED Monitor",
        words="computer monitor, monitor, pc screen, computer screen",
        brands="Pixonar, Corvane, Zentriq, Teklune",
        price=(84, 799),
        count=26,
        sizes="22 in., 24 in., 27 in., 32 in., 34 in.",
        specs="60 Hz, 75 Hz, 144 Hz, 165 Hz",
        colors="Black, White, Silver",
        features="Curved, 4K, Gaming, Ultrawide",
        extras="with HDMI and DisplayPort, with Adjustable Stand, with Built-In Speakers, IPS",
        titles="""
        {brand} {size} {feature} {noun}<, {spec}> {extra}
        {brand} {series} {model} {size} {noun}<, {spec}><, {color}>
        {size} {feature} {noun}<, {spec}>< - {brand}>
        {brand} {model} {feature} {noun}<, {size}> {extra}
        """,
        confusable="Televisions, Screen Protectors, Desk Lamps",
        facts="""
        The {size} panel [keeps its color off-axis|has bezels thin enough to pair].
        Stand [tilts, lifts and turns upright|takes a quarter turn for code].
        {spec} refresh keeps scrolling text [sharp|easy to read].
        +Curved: Curved just enough to keep the corners in view.
        """,
        asks="""
        27 inch 4k monitor for home office | size=27 in., feature=4K
        144hz computer screen | size=144 Hz
        """,
    ),
    _TECH.define(
        "Power Banks",
        nouns="Power Bank, Portable Charger, Battery Pack, Portable Phone Charger",
        words="power bank, portable charger, battery pack for phone, powerbank, external battery",
        brands="Zentriq, Brightwire, Teklune",
        price=(13, 119),
        count=24,
        sizes="5000mAh, 10000mAh, 20000mAh, 30000mAh",
        colors="tech",
        features="Slim, Solar, Magnetic",
        extras="with USB-C Cable, with Digital Display, 22.5W Fast Charging",
        near="",
        confusable="USB Chargers, Batteries, Smartphones, Charging Cables",
        facts="""
        {size} is [two|three|five] charges for most phones.
        Refills itself overnight by USB-C.
        Allowed in carry-on luggage.
        +Solar: Solar panel tops it up on a windowsill or a pack.
        """,
        asks="portable phone battery for camping | feature=Solar",
    ),
    _TECH.define(
        "Batteries",
        nouns="Batteries, Alkaline Batteries, Household Batteries",
        words="batteries, battery, alkaline batteries",
        brands="Brightwire, Glowden, Zentriq",
        price=(4, 36),
        count=26,
        sizes="AA, AAA, C, D, 9V",
        packs="2 4 8 16 24 48",
        features="Rechargeable, Lithium, Long-Lasting",
        titles="""
        {brand} {size} {feature} {noun}<, {pack}>
        {size} {noun}<, {feature}><, {pack}>
        {brand} {series} {size} {noun}<, {pack}>
        {feature} {size} {noun}<, {pack}>< - {brand}>
        """,
        confusable="Power Banks, Cordless Drills, Electric Toothbrushes, USB Chargers",
        facts="""
        For [remotes, clocks and flashlights|toys and game controllers].
        Hold their charge [ten|twelve] years in the drawer.
        Sealed against leaks[| even when forgotten in a toy].
        +Rechargeable: Rechargeable a thousand times.
        """,
        asks="""
        aa batteries 24 pack | size=AA, pack=24
        triple a batteries | size=AAA
        batteries you can recharge aa | size=AA, feature=Rechargeable
        """,
    ),
)
