"""Shoes, boots, and what goes inside them."""

from training.sample_store.product_types import Department

_SHOES = Department(
    "Shoes",
    brands="Pacevane, Trekmoor, Loftstep, Solenne, Hobden",
    titles="""
    {brand} {gender} {series} {feature} {noun}<, {color}><, {size}>
    {brand} {gender} {feature} {noun} {extra}<, {color}>
    {gender} {feature} {material} {noun} {extra}<, {color}><, {size}>
    {brand} {series} {noun} for {gender_plain}<, {color}><, {size}>
    {gender} {noun} {extra}<, {material}>< - {color}>< ({brand})>
    {brand} {series} {gender} {noun}<, {feature}><, {color}>
    """,
)

_SHOE_SIZES = "6, 7, 7.5, 8, 8.5, 9, 9.5, 10, 10.5, 11, 12"
_ADULT = "Men, Women"

TYPES = (
    _SHOES.define(
        "Running Shoes",
        nouns="Running Shoe, Running Shoes, Running Sneaker, Road Running Shoe",
        words="running shoes, runners, jogging shoes, running sneakers, trainers",
        brands="Pacevane, Trekmoor, Loftstep, Red Tern",
        price=(34, 179),
        count=46,
        sizes=_SHOE_SIZES,
        colors="shoe",
        two_tone=0.4,
        materials="Mesh, Knit, Synthetic",
        genders="Men, Men, Women, Women, Boys, Girls",
        features="Wide, Trail, Cushioned, Lightweight",
        extras="with Arch Support, for Overpronation, with Reflective Heel",
        near="Walking Shoes",
        confusable="Insoles, Socks, Basketballs, Strollers",
        facts="""
        The midsole foam [is soft at the heel and firm at the toe|gives back at every step].
        {material} upper [with no seams over the toes|that breathes], and a padded tongue that stays put.
        [Eight|Ten] millimeter drop, [9.1|8.4] ounces in a size 9.
        Rubber where it scuffs, bare foam where it does not.
        +Trail: Trail lugs grip wet roots and loose gravel.
        +Wide: Wide across the ball of the foot, not just longer.
        """,
        asks="""
        mens running shoes size 10 | gender=Men, size=10
        sneakers for jogging wide feet | feature=Wide
        red trainers womens | color=Red, gender=Women
        """,
    ),
    _SHOES.define(
        "Walking Shoes",
        nouns="Walking Shoe, Walking Shoes, Comfort Sneaker, Slip-On Walking Shoe",
        words="walking shoes, comfortable walking shoes, walking sneakers, standing all day shoes",
        price=(27, 139),
        count=30,
        sizes=_SHOE_SIZES,
        colors="shoe",
        materials="Leather, Knit, Mesh, Suede",
        genders=_ADULT,
        features="Wide, Slip Resistant, Orthopedic",
        extras="with Memory Foam, with Arch Support, for Nurses, for Travel",
        near="Running Shoes",
        confusable="Insoles, Slippers, Dog Leashes",
        facts="""
        A removable insole [leaves room for your own|with a cupped heel].
        The {material} upper [needs no breaking in|stretches over bunions].
        The rocker sole rolls you forward.
        +Slip Resistant: Slip resistant on wet kitchen tile.
        """,
        asks="""
        shoes for standing all day nurse womens | gender=Women
        non slip shoes for restaurant work | feature=Slip Resistant
        """,
    ),
    _SHOES.define(
        "Hiking Boots",
        nouns="Hiking Boot, Hiking Boots, Mid Hiking Boot, Trail Boot",
        words="hiking boots, hiking shoes, trekking boots, trail boots",
        brands="Trekmoor, Northrill, Pacevane, Loftstep",
        price=(44, 249),
        count=34,
        sizes=_SHOE_SIZES,
        colors="boot",
        materials="Leather, Suede, Nubuck, Synthetic",
        genders="Men, Men, Women, Women, Kids",
        features="Waterproof, Insulated, Wide, Lightweight",
        extras="with Ankle Support, with Rubber Toe Cap, with Speed Hooks",
        near="Work Boots",
        confusable="Rain Boots, Hiking Backpacks, Socks",
        facts="""
        {material} upper with a [rubber rand|bumper] where rocks hit.
        Lugs are [five millimeters deep|spaced to shed mud].
        The collar holds the ankle [without rubbing the tendon|on a side slope].
        Resoleable[, if you love them that long|].
        +Waterproof: Waterproof bootie inside, tested ankle deep.
        +Insulated: Insulated with 200 grams for snow.
        """,
        asks="""
        waterproof hiking boots womens 8 | feature=Waterproof, gender=Women, size=8
        boots for snow hiking mens | feature=Insulated, gender=Men
        """,
    ),
    _SHOES.define(
        "Work Boots",
        nouns="Work Boot, Work Boots, 6 in. Work Boot, Lace-Up Work Boot",
        words="work boots, construction boots, safety boots, workboots",
        brands="Hobden, Trekmoor, Loftstep",
        price=(44, 229),
        count=26,
        sizes=_SHOE_SIZES,
        colors="boot",
        materials="Leather, Nubuck, Suede",
        genders="Men, Men, Men, Women",
        features="Steel Toe, Composite Toe, Soft Toe, Insulated",
        extras="with Oil-Resistant Sole, with Electrical Hazard Rating, with Kiltie",
        near="Hiking Boots",
        confusable="Rain Boots, Belts, Jeans",
        facts="""
        {material}, [triple stitched|oiled], on a welted sole a cobbler can replace.
        The shank keeps ladder rungs from pressing through.
        A pull loop, metal hooks at the top, [laces that outlast the heel|spare laces in the box].
        +Steel Toe: Steel toe meets the impact and compression rating.
        +Composite Toe: Composite toe: as safe as steel, warmer, and quiet at the airport.
        """,
        asks="steel toe boots mens size 11 | feature=Steel Toe, gender=Men, size=11",
    ),
    _SHOES.define(
        "Rain Boots",
        nouns="Rain Boot, Rain Boots, Wellington Boot, Garden Boot",
        words="rain boots, wellies, rainboots, gumboots",
        brands="Loftstep, Solenne, Trekmoor, Mossmere",
        price=(17, 119),
        count=26,
        sizes=_SHOE_SIZES,
        colors="Black, Navy, Forest Green, Red, Yellow, Hot Pink, Olive",
        materials="Rubber, PVC",
        genders="Women, Women, Men, Kids",
        features="Ankle, Tall, Insulated",
        extras="with Pull Loops, with Side Buckle, for Gardening, with Comfort Insole",
        confusable="Rain Jackets, Hiking Boots, Work Boots, Garden Hoses",
        facts="""
        One piece of {material}, [no seam to leak|hosed off in seconds].
        The lining [dries overnight|is a quick-dry jersey].
        Loops at the top for stuffing feet in at the back door.
        +Insulated: Insulated with neoprene for cold barns and slush.
        """,
        asks="kids wellies | gender=Kids",
    ),
    _SHOES.define(
        "Sandals",
        nouns="Sandal, Sandals, Comfort Sandal, Summer Sandal",
        words="sandals, sandal, summer sandals",
        brands="Solenne, Trekmoor, Loftstep, Pacevane",
        price=(15, 119),
        count=28,
        sizes=_SHOE_SIZES,
        colors="Black, Tan, Cognac, White, Navy, Gold, Blush, Olive",
        materials="Leather, Faux Leather, Cork, EVA, Nylon",
        genders="Women, Women, Men, Kids",
        features="Platform, Waterproof, Adjustable, Slide",
        extras="with Arch Support, with Ankle Strap, for Beach",
        near="",
        confusable="Slippers, Dresses, Socks",
        facts="""
        The footbed [takes the shape of the foot|is contoured under the arch].
        {material} straps, [edges turned under|padded where they cross].
        Wears well on [cobblestones and piers|airport days].
        +Waterproof: Waterproof, with drain holes for the creek.
        """,
        asks="water shoes sandals for river | feature=Waterproof",
    ),
    _SHOES.define(
        "Slippers",
        nouns="Slippers, House Slippers, Slipper, House Shoes",
        words="slippers, house shoes, bedroom slippers, indoor shoes",
        brands="Tessaly, Loftstep, Hallingby, Solenne",
        price=(12, 98),
        count=26,
        sizes=_SHOE_SIZES,
        colors="Gray, Charcoal, Navy, Camel, Blush, Black, Chestnut",
        materials="Suede, Sheepskin, Fleece, Wool, Faux Fur",
        genders="Women, Men, Kids",
        features="Memory Foam, Open Toe, Indoor/Outdoor",
        extras="with Rubber Sole, with Fuzzy Lining, with Closed Back",
        confusable="Socks, Sandals, Pajama Sets",
        facts="""
        {material} around a [cushioned|thick] footbed.
        The sole [grips bare wood|can go to the mailbox and back].
        Washes cold in a pillowcase.
        """,
        asks="warm house shoes for men | gender=Men",
    ),
    _SHOES.define(
        "Insoles",
        nouns="Insoles, Shoe Insoles, Shoe Inserts, Arch Support Insoles",
        words="insoles, shoe inserts, inserts for shoes, shoe insoles, insole",
        brands="Pacevane, Loftstep, Hobden, Trekmoor",
        price=(8, 54),
        count=22,
        sizes="S, M, L, XL",
        packs="1 1 1 2",
        materials="Gel, Memory Foam, Cork, Leather",
        genders="Men, Women, Unisex",
        features="Orthotic, Trim-to-Fit, Heated",
        titles="""
        {brand} {series} {feature} {noun}<, {size}> {pack}
        {gender} {feature} {material} {noun} for [Running Shoes|Work Boots|Walking Shoes|Flat Feet]<, {size}>
        {brand} {material} {noun} for [Plantar Fasciitis|Hiking Boots|Standing All Day]<, {gender}>
        {feature} {noun}<, {material}><, {size}>< by {brand}> {pack}
        """,
        confusable="Running Shoes, Work Boots, Socks, Walking Shoes",
        facts="""
        Trims along printed lines with household scissors.
        A firm cup [under the heel|and a raised arch], soft {material} on top.
        Goes in where the old one comes out.
        """,
        asks="arch support for inside boots",
    ),
)
