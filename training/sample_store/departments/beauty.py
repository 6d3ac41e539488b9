"""Beauty and personal care."""

from training.sample_store.product_types import Department

_BEAUTY = Department(
    "Beauty",
    brands="Dewlane, Solvie, Amberlis, Verity Bloom, Kindroot, Plainwash",
    titles="""
    {brand} {series} {feature} {noun} {extra}<, {size}> {pack}
    {brand} {noun}<, {feature}><, {size}> {pack}
    {series} {noun} {extra}<, {color}><, {size}>< by {brand}> {pack}
    {brand} {feature} {noun} {extra}<, {color}> {pack}
    {feature} {noun} {extra}<, {size}>< - {brand}> {pack}
    """,
)

TYPES = (
    _BEAUTY.define(
        "Shampoo",
        nouns="Shampoo, Hair Shampoo, Daily Shampoo",
        words="shampoo, hair wash, hair shampoo, shampoos",
        brands="Amberlis, Kindroot, Plainwash, Dewlane",
        price=(4, 38),
        count=28,
        sizes="8 fl. oz., 12 fl. oz., 16 fl. oz., 33 fl. oz.",
        packs="1 1 1 2 3",
        features="Sulfate-Free, Dandruff, Color Safe, Volumizing, Baby",
        extras="with Argan Oil, with Tea Tree, with Keratin, for Curly Hair, for Fine Hair",
        confusable="Conditioners, Hand Soap, Laundry Detergent",
        facts="""
        Lathers [low|into a cream] and rinses out in a minute.
        Smells of [fig and green tea|rosemary|nothing much], briefly.
        A pump's worth does shoulder-length hair.
        +Dandruff: Dandruff control with one percent zinc.
        +Color Safe: Color safe for eight weeks between salon visits.
        """,
        asks="""
        shampoo for flaky scalp | feature=Dandruff
        hair wash for dyed hair | feature=Color Safe
        """,
    ),
    _BEAUTY.define(
        "Conditioners",
        nouns="Conditioner, Hair Conditioner, Rinse-Out Conditioner",
        words="conditioner, hair conditioner, cream rinse",
        brands="Amberlis, Kindroot, Plainwash, Dewlane",
        price=(4, 38),
        count=24,
        sizes="8 fl. oz., 12 fl. oz., 16 fl. oz., 33 fl. oz.",
        packs="1 1 1 2",
        features="Sulfate-Free, Color Safe, Volumizing, Deep",
        extras="with Argan Oil, with Shea Butter, for Curly Hair, for Dry Hair, Use After Shampoo",
        confusable="Shampoo, Face Moisturizers, Sunscreen",
        facts="""
        Two minutes in, comb through, rinse.
        [Detangles|Slips through knots] without weighing down the roots.
        Pairs with the shampoo of the same line.
        """,
    ),
    _BEAUTY.define(
        "Face Moisturizers",
        nouns="Face Moisturizer, Facial Cream, Moisturizing Face Cream, Daily Face Lotion",
        words="face moisturizer, face cream, facial lotion, moisturiser for face, face lotion",
        brands="Dewlane, Solvie, Kindroot, Plainwash, Verity Bloom",
        price=(7, 84),
        count=28,
        sizes="1.7 oz., 2.5 oz., 3.4 oz., 6 oz.",
        features="Fragrance-Free, Oil-Free, SPF 30, Anti-Aging, Night",
        extras="with Hyaluronic Acid, with Ceramides, with Vitamin C, for Dry Skin, for Sensitive Skin",
        confusable="Sunscreen, Lipstick, Hand Soap, Shampoo",
        facts="""
        Sinks in before the kettle boils; no shine under makeup.
        [Ceramides|Glycerin and squalane] mend what wind and hot showers take.
        Dermatologist tested.
        +SPF 30: SPF 30 included, so mornings lose a step.
        """,
        asks="""
        night cream for wrinkles | feature=Night
        lotion for oily face | feature=Oil-Free
        """,
    ),
    _BEAUTY.define(
        "Sunscreen",
        nouns="Sunscreen, Sunscreen Lotion, Sunblock, Sun Lotion",
        words="sunscreen, sunblock, sun block, suntan lotion, sun cream",
        brands="Solvie, Dewlane, Kindroot, Plainwash",
        price=(6, 44),
        count=26,
        sizes="1.5 fl. oz., 3 fl. oz., 6 fl. oz., 8 fl. oz.",
        specs="SPF 15, SPF 30, SPF 50, SPF 70",
        packs="1 1 1 2 3",
        features="Mineral, Sport, Kids, Reef Safe, Spray",
        titles="""
        {brand} {series} {feature} {noun}<, {spec}><, {size}> {pack}
        {brand} {spec} {feature} {noun}<, {size}> {pack}
        {feature} {noun} {spec}<, {size}>< by {brand}> {pack}
        {brand} {noun}<, {feature}><, {spec}> {pack}
        """,
        confusable="Face Moisturizers, Screen Protectors, Patio Umbrellas, Lipstick",
        facts="""
        Water resistant for 80 minutes; put it on before the towel is down.
        Goes on [clear after a rub|without a white cast].
        No [sting in the eyes|coconut smell].
        +Mineral: Mineral filters only: zinc oxide, nothing else.
        """,
        asks="""
        spf 50 for kids face | size=SPF 50, feature=Kids
        sun cream spray spf 30 | size=SPF 30, feature=Spray
        """,
    ),
    _BEAUTY.define(
        "Lipstick",
        nouns="Lipstick, Lip Color, Cream Lipstick, Lip Crayon",
        words="lipstick, lip stick, lip color, lip colour",
        brands="Verity Bloom, Amberlis, Plainwash, Dewlane",
        price=(4, 36),
        count=28,
        colors="lips",
        features="Matte, Satin, Sheer, Long-Wear",
        packs="1 1 1 1 3",
        pack_word="Set",
        extras="with Vitamin E, No. 24, No. 08, with Mirror Cap",
        confusable="Nail Polish, Face Moisturizers, Sunscreen",
        facts="""
        One pass tints, two cover.
        Stays through [coffee|lunch] and wears off evenly.
        The bullet is slanted to draw a line.
        """,
        asks="red lip that doesnt come off | color=Red, feature=Long-Wear",
    ),
    _BEAUTY.define(
        "Nail Polish",
        nouns="Nail Polish, Nail Lacquer, Nail Color, Nail Enamel",
        words="nail polish, nail varnish, nail color, nail lacquer",
        brands="Verity Bloom, Amberlis, Plainwash",
        price=(3, 24),
        count=26,
        sizes="0.27 fl. oz., 0.5 fl. oz.",
        colors="lips",
        features="Gel, Quick Dry, Glitter",
        packs="1 1 1 6",
        pack_word="Set",
        extras="No. 112, No. 33, with Wide Brush, Chip Resistant",
        confusable="Lipstick, Hammers",
        facts="""
        Two coats, [seven|five] days before the first chip.
        The brush is wide and cut round at the end.
        +Quick Dry: Quick dry: a minute to the touch.
        """,
    ),
    _BEAUTY.define(
        "Hair Dryers",
        nouns="Hair Dryer, Blow Dryer, Ionic Hair Dryer, Hairdryer",
        words="hair dryer, blow dryer, hairdryer, blowdryer",
        brands="Brisby, Amberlis, Zentriq",
        price=(16, 249),
        count=24,
        sizes="1200W, 1600W, 1875W, 2000W",
        colors="Black, White, Rosewood, Hot Pink, Lavender, Red",
        features="Travel, Quiet, Professional",
        extras="with Diffuser, with Concentrator, with Cool Shot, with Retractable Cord",
        confusable="Air Fryers, Fans, Space Heaters, Shampoo",
        facts="""
        Dries shoulder-length hair in [six|eight] minutes.
        Two speeds, three heats, and a cold button to set it.
        The filter twists off the back for lint.
        +Travel: Travel size with a folding handle and dual voltage.
        """,
        asks="small blow dryer for suitcase | feature=Travel",
    ),
    _BEAUTY.define(
        "Electric Toothbrushes",
        nouns="Electric Toothbrush, Sonic Toothbrush, Power Toothbrush, Rechargeable Toothbrush",
        words="electric toothbrush, battery toothbrush, sonic toothbrush, powered toothbrush",
        brands="Brisby, Solvie, Plainwash",
        price=(12, 189),
        count=24,
        colors="White, Black, Mint, Blush, Navy",
        features="Kids, Whitening, Sensitive",
        packs="1 1 1 2",
        extras="with Travel Case, with 4 Brush Heads, with 2-Minute Timer, with Pressure Sensor",
        confusable="Toothbrush Heads, Batteries, Razors",
        facts="""
        Buzzes every thirty seconds to move on.
        [Two|Three] weeks of brushing from a charge.
        The handle rinses under the tap.
        """,
        asks="toothbrush for kids that vibrates | feature=Kids",
    ),
    _BEAUTY.define(
        "Toothbrush Heads",
        nouns="Replacement Toothbrush Heads, Toothbrush Heads, Brush Heads",
        words="toothbrush heads, replacement brush heads, toothbrush refills",
        brands="Brisby, Solvie, Plainwash",
        price=(5, 39),
        count=18,
        packs="2 4 6 8",
        colors="White, Black",
        features="Soft, Whitening, Kids",
        titles="""
        {brand} {feature} {noun} for [Electric Toothbrush|Brisby Wave|Sonic Toothbrush]<, {pack}>
        {noun}, {feature}, [Fits Brisby Precision|Compatible with Solvie Sonic]<, {pack}>
        {brand} {series} {noun}<, {feature}><, {color}><, {pack}>
        """,
        confusable="Electric Toothbrushes, Razors",
        facts="""
        Bristles fade when it is time for the next one, about three months.
        Clicks on with no wobble.
        End-rounded bristles, easy on gums.
        """,
    ),
    _BEAUTY.define(
        "Razors",
        nouns="Razor, Shaving Razor, 5-Blade Razor, Razor Handle with Blades",
        words="razor, shaving razor, razors, shaver",
        brands="Brisby, Plainwash, Solvie",
        price=(4, 69),
        count=26,
        packs="1 1 4 8 12",
        colors="Black, Silver, Pink, Blue, Teal",
        materials="Plastic, Metal, Stainless Steel",
        genders="Men, Women",
        features="Disposable, Safety, Refillable",
        extras="with Lubricating Strip, for Sensitive Skin, with Travel Cap, with Flexible Head",
        confusable="Utility Knives, Saw Blades, Toothbrush Heads",
        titles="""
        {brand} {gender} {feature} {noun} {extra} {pack}
        {gender} {feature} {noun} {extra}<, {color}> {pack}
        {brand} {series} {feature} {noun}<, {gender}><, {color}> {pack}
        {feature} {material} {noun}<, {color}>< - {brand}> {pack}
        """,
        facts="""
        Pivots over [knees and jaws|chins and ankles].
        The grip is ribbed for wet hands.
        Rinses clear from behind the blades.
        +Safety: Safety head takes any double-edge blade.
        """,
        asks="womens razors disposable | gender=Women, feature=Disposable",
    ),
    _BEAUTY.define(
        "Hand Soap",
        nouns="Hand Soap, Liquid Hand Soap, Hand Wash, Foaming Hand Soap",
        words="hand soap, hand wash, liquid soap, handsoap",
        brands="Kindroot, Sudsworth, Plainwash, Copper Lane",
        price=(3, 29),
        count=22,
        sizes="8 fl. oz., 12 fl. oz., 32 fl. oz., 64 fl. oz.",
        packs="1 1 2 3 4",
        features="Unscented, Lavender, Lemon, Antibacterial",
        extras="with Aloe, with Pump, Refill, for Kitchen",
        confusable="Laundry Detergent, Shampoo, Baby Wipes",
        facts="""
        Foams from a half push and rinses without a film.
        Hands do not crack by [the tenth wash of the day|February].
        The refill fills the pump [twice|four times].
        """,
        asks="hand soap big bottle 64 oz | size=64 fl. oz.",
    ),
)
