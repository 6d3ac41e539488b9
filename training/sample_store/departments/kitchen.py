"""Kitchen: small appliances, cookware, knives, drinkware, storage."""

from training.sample_store.product_types import Department

_KITCHEN = Department(
    "Kitchen",
    brands="Cuvelle, Pottersby, Simmerly, Nordvane, Branwick, Hearthlow, Copper Lane",
    titles="""
    {brand} {series} {size} {feature} {noun} {extra}<, {color}>
    {brand} {size} {material} {noun} {extra}< - {color}>
    {feature} {noun}<, {size}><, {material}> {extra}< ({color})>
    {brand} {noun} {model}<, {size}><, {color}>
    {series} {size} {feature} {material} {noun}< by {brand}>
    {size} {color} {material} {noun} {extra} {pack}
    """,
)

TYPES = (
    _KITCHEN.define(
        "Coffee Makers",
        nouns="Coffee Maker, Drip Coffee Maker, Coffeemaker, Coffee Brewer",
        words="coffee maker, coffee machine, drip coffee maker, coffeemaker, coffee pot",
        price=(22, 165),
        count=36,
        sizes="4-Cup, 5-Cup, 10-Cup, 12-Cup, 14-Cup",
        colors="appliance",
        materials="Stainless Steel, Plastic",
        features="Programmable, Thermal Carafe",
        extras="""with Permanent Filter, with Auto Shut-Off, with Reusable Filter, with Brew Pause,
            with Warming Plate, w/ Strength Control""",
        confusable="Coffee Grinders, Coffee Filters, Coffee Tables, Coffee Mugs",
        facts="""
        Brews a full {size} pot in [under ten|about nine] minutes and keeps it [hot|warm] for two hours.
        A shower-style head wets the grounds evenly[|, so the last cup tastes like the first].
        The brew basket [lifts out|swings out] for rinsing and takes [standard basket|number 4 cone] filters.
        [Pause and pour|Brew pause] lets you sneak a cup before the pot is done.
        The water window on the side shows [how many cups are left|the fill level from across the counter].
        +Programmable: Set the programmable 24-hour timer at night and wake up to fresh coffee.
        +Thermal Carafe: The thermal carafe holds heat for four hours with no plate to scorch the coffee.
        """,
        asks="""
        14 cup coffee machine for a crowd | size=14-Cup
        small coffee pot 4 cup | size=4-Cup
        coffee maker with timer | feature=Programmable
        """,
    ),
    _KITCHEN.define(
        "Coffee Grinders",
        nouns="Coffee Grinder, Coffee Bean Grinder, Coffee & Spice Grinder, Coffee Mill",
        words="coffee grinder, coffee bean grinder, bean grinder, coffee mill",
        price=(17, 139),
        sizes="3.5 oz., 8 oz., 10 oz.",
        colors="appliance",
        materials="Stainless Steel, Plastic",
        features="Conical Burr, Manual",
        extras="with 15 Grind Settings, with Cleaning Brush, with Removable Hopper, for Espresso",
        confusable="Coffee Makers, Coffee Tables, Coffee Mugs, Blenders",
        facts="""
        Grinds [enough beans for|up to] twelve cups of coffee [in one go|at a time].
        [Press the lid|Hold the button] for a coarse French press grind, [longer|a little more] for espresso.
        The {material} bowl [twists off|lifts out] so no grounds are left behind.
        Rubber feet keep it [steady|from walking across the counter], and the cord wraps under the base.
        Also handles [whole spices|flax seed|cardamom and cumin][|; wipe it out in between].
        +Conical Burr: Steel conical burr blades crush rather than chop, so the grounds come out one size.
        """,
        asks="""
        burr grinder for espresso | feature=Conical Burr
        hand crank coffee grinder | feature=Manual
        """,
    ),
    _KITCHEN.define(
        "Coffee Filters",
        nouns="Paper Coffee Filters, Basket Coffee Filters, Cone Coffee Filters, Coffee Filters",
        words="coffee filters, paper filters for coffee, coffee maker filters",
        brands="Pottersby, Simmerly, Hearthlow, Brightly Kept",
        price=(2.5, 13),
        count=20,
        packs="100 100 200 300 600",
        pack_word="Count",
        colors="White, Brown",
        materials="Bamboo Paper, Recycled Paper",
        features="Unbleached",
        titles="""
        {brand} {feature} {noun}<, {color}><, {pack}>
        {noun} for [8-12 Cup|10-12 Cup] Coffee Makers<, {pack}>< - {brand}>
        {feature} {material} Coffee Filters, [Fits Most Drip Coffee Makers|No. 4 Cone Size]<, {pack}>
        {brand} {series} {noun}<, {color}><, {pack}>
        """,
        confusable="Coffee Makers, Vacuum Filters, Coffee Mugs",
        facts="""
        Fits most [8 to 12 cup|basket style] drip coffee makers.
        The crimped seam holds wet grounds [without tearing|right into the compost bin].
        Sturdy enough to lift out in one piece[, grounds and all|].
        [Oxygen cleansed|Made from sustainably managed forests], so nothing but coffee ends up in the cup.
        """,
        asks="paper for coffee machine basket",
    ),
    _KITCHEN.define(
        "Coffee Mugs",
        nouns="Coffee Mug, Mug, Tea Mug, Coffee Cup",
        words="coffee mug, coffee cup, mugs, tea mug",
        price=(6, 28),
        sizes="11 oz., 12 oz., 15 oz., 20 oz.",
        packs="1 1 1 2 4 4 6",
        pack_word="Set",
        colors="mug",
        materials="Stoneware, Porcelain, Ceramic, Glass, Enameled Steel",
        features="Dishwasher Safe, Handmade",
        extras="with Big Handle, with Speckled Glaze, for Coffee Lovers, with Cork Base",
        near="Travel Mugs",
        confusable="Coffee Makers, Coffee Grinders, Coffee Tables",
        facts="""
        A roomy {size} cup with [a handle that fits three fingers|a handle made for big hands].
        The speckled finish [varies from piece to piece|is a little different each time], so no two match.
        {material} walls [hold heat|keep coffee warm] without getting too hot to hold.
        The smooth foot ring will not [scratch|mark] the table.
        A [housewarming|thank-you|holiday] gift that gets used every morning.
        +Dishwasher Safe: Dishwasher safe on either rack.
        """,
        asks="big mug for soup 20 oz | size=20 oz.",
    ),
    _KITCHEN.define(
        "Travel Mugs",
        nouns="Travel Mug, Commuter Mug, Coffee Tumbler, Travel Tumbler",
        words="travel mug, coffee tumbler, to go cup, travel coffee cup",
        brands="Nordvane, Hearthlow, Simmerly, Summivar, Fenwold",
        price=(11, 42),
        sizes="12 oz., 16 oz., 20 oz., 30 oz.",
        packs="1 1 1 1 2",
        colors="bottle",
        materials="Stainless Steel, Ceramic, Plastic",
        features="Leakproof, Vacuum Insulated",
        extras="with Flip Lid, with Handle, with Straw Lid, with Locking Lid",
        near="Coffee Mugs, Water Bottles",
        confusable="Coffee Makers, Coolers",
        facts="""
        Keeps coffee hot for [five|six] hours and iced drinks cold for [twelve|eighteen].
        The narrow base fits [car cup holders|most cup holders and single-serve brewers].
        The lid [comes apart in three pieces|opens with one thumb] for cleaning.
        {material} inside, so yesterday's dark roast does not haunt today's tea.
        +Leakproof: The lid locks leakproof, so it can ride upside down in a bag.
        +Vacuum Insulated: Vacuum insulated between two walls, it never sweats on the desk.
        """,
        asks="""
        cup to keep coffee hot in car
        spill proof travel mug | feature=Leakproof
        """,
    ),
    _KITCHEN.define(
        "Air Fryers",
        nouns="Air Fryer, Electric Air Fryer, Air Fryer Cooker, Hot Air Fryer",
        words="air fryer, airfryer, oil free fryer, hot air fryer",
        price=(39, 179),
        count=34,
        sizes="2 qt., 3.5 qt., 5 qt., 6 qt., 8 qt., 10 qt.",
        colors="appliance",
        materials="Plastic, Stainless Steel",
        features="Digital, Dual Basket",
        extras="with Viewing Window, with 8 Presets, with Nonstick Basket, with Recipe Book, 1700W",
        near="Toaster Ovens",
        confusable="Skillets, Hair Dryers, Fans",
        facts="""
        The {size} basket [feeds|cooks for] [two to four|a family of four|one or two].
        Circulates [400-degree|very hot] air around the food for crisp fries with [little|almost no] oil.
        Basket and crisper plate are [dishwasher safe|nonstick and wash up by hand in a minute].
        One-touch settings for [fries, wings, fish and vegetables|frozen snacks, chicken and bacon].
        Shuts off by itself when the basket is pulled out [|to shake].
        +Dual Basket: Dual basket design runs two foods at two temperatures and finishes both together.
        """,
        asks="""
        8 quart air fryer for whole chicken | size=8 qt.
        two basket air fryer | feature=Dual Basket
        2 qt air fryer for one person | size=2 qt.
        """,
    ),
    _KITCHEN.define(
        "Toasters",
        nouns="Toaster, Bread Toaster, Pop-Up Toaster, Kitchen Toaster",
        words="toaster, bread toaster, pop up toaster",
        price=(17, 99),
        sizes="2-Slice, 4-Slice",
        colors="appliance",
        materials="Stainless Steel, Plastic",
        features="Extra Wide Slot, Retro",
        extras="with Bagel Setting, with 7 Shade Settings, with Crumb Tray, with Defrost and Reheat",
        titles="""
        {brand} {series} {size} {noun} {extra}<, {color}>
        {brand} {size} {material} {noun}< - {color}>
        {color} {size} {feature} {noun} {extra}
        {noun}, {size}<, {feature}><, {material}>< ({brand})>
        {brand} {model} {size} {noun}<, {color}>
        """,
        near="Toaster Ovens",
        confusable="Air Fryers, Electric Kettles, Blenders",
        facts="""
        Slots are wide enough for [bagels and Texas toast|thick-cut sourdough|English muffins].
        The lift lever raises small slices [clear of the slot|so nobody reaches for a fork].
        [Seven|Six] browning levels, plus buttons for [bagel, defrost and cancel|frozen waffles].
        The crumb tray slides out from [the back|the side].
        +Retro: A retro chrome-trimmed body with rounded corners looks at home on a diner counter.
        """,
        asks="4 slot toaster for bagels | size=4-Slice",
    ),
    _KITCHEN.define(
        "Toaster Ovens",
        nouns="Toaster Oven, Countertop Oven, Electric Toaster Oven, Countertop Toaster Oven",
        words="toaster oven, countertop oven, counter top oven, mini oven",
        price=(44, 229),
        count=26,
        sizes="4-Slice, 6-Slice, 9-Slice",
        colors="appliance",
        materials="Stainless Steel",
        features="Convection, Digital",
        extras="with Bake Pan and Rack, Fits 12 in. Pizza, with Air Fry Function, with 60-Minute Timer",
        near="Toasters, Air Fryers",
        confusable="Dutch Ovens, Grills",
        facts="""
        Bakes, broils and toasts; fits a [9 in.|12 in.] pizza or {size} of bread.
        Four quartz elements [heat up in minutes|are ready before a full-size oven preheats].
        The [pull-down door|rack] slides out with it, so hands stay clear of the heat.
        Comes with a baking pan, a wire rack and a crumb tray.
        +Convection: A convection fan moves the heat around for even browning.
        """,
    ),
    _KITCHEN.define(
        "Blenders",
        nouns="Blender, Kitchen Blender, Smoothie Blender, Ice Crushing Blender",
        words="blender, smoothie maker, smoothie blender, liquidizer",
        price=(24, 299),
        sizes="20 oz., 24 oz., 48 oz., 64 oz.",
        specs="300W, 700W, 1000W, 1400W",
        colors="appliance",
        materials="Plastic, Glass",
        features="Quiet, BPA-Free",
        extras="with Travel Cup, with Pulse, for Shakes and Smoothies",
        confusable="Coffee Grinders, Travel Mugs, Air Fryers",
        titles="""
        {brand} {series} {spec} {noun} {extra}<, {size}><, {color}>
        {brand} {model} {noun}<, {spec}><, {size} Jar>< - {color}>
        {spec} {feature} {noun} {extra}< ({color})>
        {feature} {size} {noun}<, {spec}>< by {brand}>
        """,
        facts="""
        Crushes [ice|frozen fruit] to snow in [seconds|under half a minute].
        The {size} jar [makes|holds enough for] [two tall smoothies|a pitcher of margaritas].
        {spec} of power gets through [kale stems|frozen berries|almonds for nut butter] without a stir.
        Jar, lid and blade go on the top rack of the dishwasher.
        +Quiet: A sound shell makes it quiet enough for early risers.
        """,
        asks="something to crush ice for frozen drinks",
    ),
    _KITCHEN.define(
        "Electric Kettles",
        nouns="Electric Kettle, Gooseneck Electric Kettle, Electric Tea Kettle, Hot Water Kettle",
        words="electric kettle, tea kettle electric, water boiler, hot water kettle",
        price=(19, 119),
        count=24,
        sizes="0.8 L, 1 L, 1.5 L, 1.7 L",
        colors="appliance",
        materials="Stainless Steel, Glass, Plastic",
        features="Cordless, Variable Temperature",
        extras="with Auto Shut-Off, with LED Light, with Tea Infuser, for Pour Over Coffee",
        confusable="Coffee Makers, Dutch Ovens",
        facts="""
        Boils a full {size} in [about five|four to six] minutes.
        Lifts off [the 360-degree base|its base] to pour at the table.
        Boil-dry protection [switches it off|cuts the power] when the water runs out.
        A [washable|fine mesh] filter in the spout catches limescale.
        +Variable Temperature: Variable temperature control holds 140 to 212 degrees for tea or coffee.
        """,
        asks="kettle with temperature control | feature=Variable Temperature",
    ),
    _KITCHEN.define(
        "Skillets",
        nouns="Skillet, Frying Pan, Fry Pan, Saute Skillet",
        words="frying pan, skillet, fry pan",
        price=(14, 149),
        count=36,
        sizes="8 in., 9.5 in., 10 in., 10.25 in., 12 in.",
        colors="cookware",
        materials="Cast Iron, Carbon Steel, Stainless Steel, Hard-Anodized Aluminum, Ceramic, Copper",
        features="Nonstick, Pre-Seasoned, Oven Safe",
        extras="with Lid, with Helper Handle, with Glass Lid, with Silicone Handle Grip",
        packs="1 1 1 1 1 2 3",
        pack_word="Set",
        confusable="Dutch Ovens, Air Fryers, Toaster Ovens",
        near="Saucepans",
        facts="""
        {material} [spreads heat evenly|holds a hard sear] on gas[, electric and induction| or a campfire].
        The {size} cooking surface fits [two chicken breasts|four eggs|a ribeye with room to turn].
        Sloped sides [slide omelets onto the plate|make tossing vegetables easy].
        Rivets sit flush, so there is nothing to scrub around.
        Handsome enough to go [straight to the table|from the stove to the table].
        +Nonstick: The nonstick coating is PFOA-free and lets eggs slide without butter.
        +Pre-Seasoned: Comes pre-seasoned with vegetable oil and ready for the first steak.
        """,
        asks="""
        pan for cooking eggs that wont stick | feature=Nonstick
        12 inch cast iron pan | material=Cast Iron, size=12 in.
        copper frying pan | material=Copper
        """,
    ),
    _KITCHEN.define(
        "Saucepans",
        nouns="Saucepan, Sauce Pan, Covered Saucepan, Saucier",
        words="saucepan, sauce pan, small pot, pot with lid",
        price=(16, 129),
        count=24,
        sizes="1 qt., 1.5 qt., 2 qt., 3 qt., 4 qt.",
        colors="cookware",
        materials="Stainless Steel, Hard-Anodized Aluminum, Copper, Ceramic",
        features="Nonstick, Tri-Ply",
        extras="with Glass Lid, with Pour Spouts, with Straining Lid, with Measuring Marks",
        near="Skillets, Dutch Ovens",
        confusable="Planters, Electric Kettles",
        facts="""
        The {size} size is right for [oatmeal|rice for four|a batch of caramel].
        Rolled edges pour [from either side|without dribbling down the side].
        Measuring marks inside save dirtying a cup.
        {material} with a [riveted|stay-cool] handle; safe on induction[|, gas and electric].
        +Tri-Ply: Tri-ply construction runs the aluminum core up the walls, not just across the base.
        """,
        asks="1.5 quart pot for boiling eggs | size=1.5 qt.",
    ),
    _KITCHEN.define(
        "Dutch Ovens",
        nouns="Dutch Oven, Round Dutch Oven, Dutch Oven Pot, Covered Dutch Oven",
        words="dutch oven, braising pot, cocotte",
        price=(34, 289),
        count=24,
        sizes="3 qt., 4.5 qt., 5 qt., 6 qt., 7 qt.",
        colors="cookware",
        materials="Cast Iron, Cast Iron, Cast Aluminum",
        features="Enameled",
        extras="with Lid, with Dual Handles, with Stainless Knob, with Bread Sling",
        near="Saucepans",
        confusable="Toaster Ovens, Planters, Skillets",
        facts="""
        The heavy {material} walls [braise|simmer] low and slow without hot spots.
        Bumps under the lid [drip moisture back over the roast|baste whatever is inside].
        The {size} pot [takes a five-pound roast|bakes a round loaf of bread with a crackling crust].
        Wide loop handles leave room for oven mitts.
        +Enameled: The enameled interior needs no seasoning and shrugs off tomatoes and wine.
        """,
        asks="pot for baking sourdough bread",
    ),
    _KITCHEN.define(
        "Chef's Knives",
        nouns="Chef's Knife, Chef Knife, Santoku Chef's Knife, Cook's Knife",
        words="chef knife, kitchen knife, cooking knife, chefs knife",
        price=(13, 189),
        sizes="6 in., 7 in., 8 in., 10 in.",
        materials="High-Carbon Steel, Damascus Steel, Stainless Steel",
        colors="Black, Red, Walnut, Natural, White",
        features="Full Tang, Forged",
        extras="with Pakkawood Handle, with Blade Guard, with Sheath, in Gift Box",
        confusable="Utility Knives, Cutting Boards, Saw Blades",
        facts="""
        The {size} blade [rocks through herbs|takes on squash and slices tomatoes thin].
        {material} hardened to [56|58|60] HRC holds its edge and still sharpens at home.
        The curved bolster [steers fingers into a pinch grip|balances the blade at the first finger].
        Hand wash and dry; do not leave it in the sink.
        +Full Tang: The full tang runs to the end of the handle, held by three rivets.
        """,
        asks="knife for chopping vegetables",
    ),
    _KITCHEN.define(
        "Cutting Boards",
        nouns="Cutting Board, Chopping Board, Butcher Block Cutting Board, Carving Board",
        words="cutting board, chopping board, butcher block, chopping block",
        price=(9, 95),
        count=26,
        sizes="12 in. x 9 in., 15 in. x 10 in., 18 in. x 12 in., 24 in. x 18 in.",
        materials="Bamboo, Acacia Wood, Maple Wood, Plastic, Walnut Wood",
        colors="kitchenware",
        features="Reversible, Extra Thick",
        extras="with Juice Groove, with Handles, with Nonslip Feet, for Meat and Vegetables",
        packs="1 1 1 1 2 3 4",
        pack_word="Set",
        confusable="Chef's Knives, Whiteboards, Board Games",
        facts="""
        [Edge-grain|End-grain|Laminated] {material} is [kind to knife edges|hard enough for a cleaver].
        A deep groove around the rim catches [up to half a cup of juice|roast drippings].
        Stands on edge to dry and [hangs by its handle|stores beside the toaster].
        +Reversible: Reversible: flip it over for [serving cheese and charcuterie|a flat side with no groove].
        """,
        asks="acacia board for serving cheese | material=Acacia Wood",
    ),
    _KITCHEN.define(
        "Food Storage Containers",
        nouns="Food Storage Container Set, Food Containers, Meal Prep Containers, Pantry Storage Containers",
        words="food storage containers, meal prep containers, leftover containers, food containers with lids",
        brands="Pottersby, Simmerly, Cleanmoor, Branwick, Brightly Kept",
        price=(10, 58),
        sizes="10-Piece, 14-Piece, 20-Piece, 24-Piece, 42-Piece",
        materials="Glass, Plastic, Silicone, Stainless Steel",
        colors="kitchenware",
        features="BPA-Free, Airtight, Stackable",
        extras="with Snap Lids, with Bamboo Lids, with Dividers, for Pantry Organization",
        confusable="Storage Bins, Trash Cans, Dog Food",
        facts="""
        Lids [snap on four sides|press down at the corners] and [will not pop open in a bag|nest when empty].
        Goes from freezer to [microwave|oven, lids off] to dishwasher.
        The {size} set has a box for [lunch|leftovers], [soup|cut fruit] and everything between.
        {material} that will not [stain with tomato sauce|hold on to smells].
        +Airtight: Airtight silicone seals keep cereal crisp and flour dry.
        """,
        asks="""
        glass containers with lids for leftovers | material=Glass
        lunch boxes for meal prepping
        """,
    ),
)
