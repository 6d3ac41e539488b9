"""Clothing: tops, bottoms, outerwear, underlayers, accessories."""

from training.sample_store.product_types import Department

_CLOTHING = Department(
    "Clothing",
    brands="Marlow Finch, Petra Lane, Tessaly, Oakes & Wilder, Plainstitch",
    titles="""
    {gender} {feature} {material} {noun} {extra}<, {color}><, {size}> {pack}
    {brand} {gender} {series} {feature} {noun}<, {color}><, {size}> {pack}
    {brand} {gender} {material} {noun} {extra}<, {color}> {pack}
    {series} {material} {noun} {extra}<, {color}><, {gender}><, {size}>
    {brand} {feature} {noun} for {gender_plain}<, {color}><, {size}> {pack}
    {gender} {noun} {extra}<, {material}>< - {color}><, {size}>< ({brand})> {pack}
    """,
)

_ADULT = "Men, Men, Women, Women"
_LETTERS = "XS, S, M, M, L, L, XL, 2XL"

TYPES = (
    _CLOTHING.define(
        "T-Shirts",
        nouns="T-Shirt, Tee, Jersey T-Shirt, Everyday Tee",
        words="t shirt, tshirt, tee shirt, t-shirts, tees",
        brands="Petra Lane, Tessaly, Oakes & Wilder, Plainstitch, Northrill",
        price=(7, 48),
        count=40,
        sizes=_LETTERS,
        packs="1 1 1 1 3 5 6",
        colors="fashion",
        materials="Cotton, Organic Cotton, Polyester, Linen, Merino Wool",
        genders="Men, Men, Women, Women, Boys, Girls",
        features="V-Neck, Crewneck, Graphic, Long Sleeve",
        extras="with Pocket, Relaxed Fit, Slim Fit, Soft Washed",
        confusable="Hoodies, Pajama Sets, Sweaters",
        facts="""
        {material} jersey, [washed twice so it will not shrink|heavy enough not to show through].
        The collar is [ribbed and taped|bound], so it lies flat after a year of laundry.
        No tag at the neck; [side seams keep it square|the hem stays tucked].
        Wear it [under a flannel|on its own], sleep in it, garden in it.
        """,
        asks="""
        mens white tshirts pack of 3 | gender=Men, color=White, pack=3
        v neck tees womens | gender=Women, feature=V-Neck
        plain black tee mens xl | gender=Men, color=Black, size=XL
        """,
    ),
    _CLOTHING.define(
        "Hoodies",
        nouns="Hoodie, Hooded Sweatshirt, Hoodie, Hoodie Sweatshirt",
        words="hoodie, hooded sweatshirt, sweatshirt with hood, hoody",
        brands="Tessaly, Oakes & Wilder, Plainstitch, Northrill, Red Tern",
        price=(17, 89),
        count=32,
        sizes=_LETTERS,
        colors="fashion",
        materials="Cotton, Fleece, Polyester",
        genders="Men, Men, Women, Women, Boys, Girls",
        features="Oversized, Lightweight, Sherpa-Lined",
        extras="with Kangaroo Pocket, with Thumbholes, with Drawcord, with Front Zip",
        near="Sweaters",
        confusable="Rain Jackets, T-Shirts, Beanies",
        facts="""
        Brushed inside, [so it is warm the first minute|smooth outside].
        The hood is [doubled|lined in jersey] and the drawcord ends are [knotted|tipped in metal].
        Ribbed cuffs [hold their stretch|push up and stay up].
        A front pocket [meets in the middle|hides a phone slot].
        """,
        asks="hoody for boys | gender=Boys",
    ),
    _CLOTHING.define(
        "Sweaters",
        nouns="Sweater, Knit Sweater, Pullover Sweater, Pullover",
        words="sweater, jumper, pullover, knit top, sweaters",
        price=(22, 169),
        count=32,
        sizes=_LETTERS,
        colors="fashion",
        materials="Merino Wool, Cashmere, Cotton, Acrylic, Alpaca",
        genders=_ADULT,
        features="Cable Knit, Turtleneck, Crew, V-Neck, Petite",
        extras="with Ribbed Hem, with Elbow Patches, Relaxed Fit",
        near="Hoodies",
        confusable="Dog Jackets, Throw Blankets, Beanies, T-Shirts",
        facts="""
        {material} [knit in the round|from one long-staple yarn], light enough to layer.
        Ribbing at the hem and cuffs springs back.
        Hand wash cold, dry flat; [it blooms after the first wash|a comb takes care of pills].
        Looks as right [over a collar|with jeans] as [under a blazer|on the couch].
        +Cable Knit: Cable knit down the front, plain at the back, where a chair would press it.
        """,
        asks="""
        cashmere jumper womens | material=Cashmere, gender=Women
        merino pullover that isnt itchy | material=Merino Wool
        """,
    ),
    _CLOTHING.define(
        "Jeans",
        nouns="Jeans, Denim Jeans, 5-Pocket Jeans, Denim Pants",
        words="jeans, denim pants, denims, blue jeans",
        brands="Harrowgate Denim, Oakes & Wilder, Petra Lane, Plainstitch",
        price=(22, 128),
        count=34,
        sizes="28x30, 30x30, 30x32, 32x30, 32x32, 34x30, 34x32, 36x32",
        colors="denim",
        materials="Cotton, Stretch Denim, Selvedge Denim",
        genders=_ADULT,
        features="Straight Leg, Slim Fit, Bootcut, High-Rise, Relaxed Fit",
        extras="with Stretch, Distressed, 12 oz.",
        titles="""
        {brand} {gender} {series} {feature} {noun}<, {color}><, {size}>
        {gender} {feature} {noun} {extra}<, {color}><, {size}>
        {brand} {series} {feature} {material} {noun}<, {color}>
        {brand} {gender} {feature} {noun}<, {size}>< - {color}>
        """,
        confusable="Leggings, Belts, Work Boots",
        facts="""
        {material} with [a little give|a firm hand], [broken in before it ships|to break in your own way].
        Rivets at the pockets, bar tacks at the loops, [a zip|a button] fly.
        The back pockets sit [a half inch high|where they should].
        Wash inside out, and seldom.
        """,
        asks="""
        mens jeans 34x32 | gender=Men, size=34x32
        boot cut jeans for women | gender=Women, feature=Bootcut
        """,
    ),
    _CLOTHING.define(
        "Leggings",
        nouns="Leggings, Yoga Leggings, Workout Leggings, Active Leggings",
        words="leggings, yoga pants, workout tights, gym leggings",
        brands="Petra Lane, Tessaly, Plainstitch, Ironlark",
        price=(12, 98),
        count=26,
        sizes=_LETTERS,
        colors="fashion",
        materials="Nylon, Polyester, Cotton, Bamboo Viscose",
        genders="Women, Women, Women, Girls",
        features="High-Waisted, Fleece-Lined, Capri, Seamless",
        extras="with Pockets, with 28 in. Inseam, Squat Proof, for Running",
        packs="1 1 1 2 3",
        confusable="Yoga Mats, Jeans, Socks",
        facts="""
        {material} knit that [stays opaque in a squat|does not slide down on a run].
        A pocket on the thigh [holds a big phone|is deep enough for keys].
        Flat seams, [so nothing rubs|with a gusset].
        +Fleece-Lined: Fleece-lined inside for frosty dog walks.
        """,
        asks="warm leggings for winter womens | gender=Women, feature=Fleece-Lined",
    ),
    _CLOTHING.define(
        "Dresses",
        nouns="Dress, Midi Dress, Wrap Dress, A-Line Dress",
        words="dress, dresses, frock, womens dress",
        brands="Marlow Finch, Petra Lane, Tessaly, Solenne",
        price=(24, 189),
        count=30,
        sizes=_LETTERS,
        colors="fashion",
        materials="Cotton, Linen, Viscose, Silk, Polyester",
        genders="Women, Women, Women, Girls",
        features="Sleeveless, Long Sleeve, Floral, Pleated",
        extras="with Pockets, with Belt, for Wedding Guest, with Ruffle Hem",
        confusable="Dolls, Pajama Sets, Sandals",
        facts="""
        {material}, [lined to the knee|light and unlined], with pockets that hold a phone.
        The waist [ties at the side|is cut to be worn with or without a belt].
        Cool enough for [an outdoor wedding|July], fine with [boots and a cardigan|tights].
        Hangs out its own wrinkles in a steamy bathroom.
        """,
        asks="""
        flowy summer dress with flowers | feature=Floral
        black dress for women long sleeves | gender=Women, color=Black, feature=Long Sleeve
        """,
    ),
    _CLOTHING.define(
        "Rain Jackets",
        nouns="Rain Jacket, Rain Shell, Rain Coat, Hooded Rain Jacket",
        words="rain jacket, raincoat, rain coat, rain shell",
        brands="Northrill, Oakes & Wilder, Plainstitch, Summivar",
        price=(28, 279),
        count=28,
        sizes=_LETTERS,
        colors="outdoor",
        materials="Nylon, Polyester, Recycled Polyester",
        genders="Men, Men, Women, Women, Boys, Girls",
        features="Waterproof, Packable, Lightweight",
        extras="with Pit Zips, with Adjustable Hood, with Reflective Trim, for Hiking",
        near="Puffer Jackets",
        confusable="Rain Boots, Dog Jackets, Patio Umbrellas, Hoodies",
        facts="""
        The hood [turns with the head|cinches with one hand] and rolls away.
        A storm flap backs the zipper; cuffs close with tabs.
        Cut long enough to [cover a sweater|sit down on a wet bench].
        {material} face, [matte and quiet|with some stretch].
        +Waterproof: Waterproof, with every seam taped.
        +Packable: Packable into its own chest pocket.
        """,
        asks="jacket that folds into its pocket womens | gender=Women, feature=Packable",
    ),
    _CLOTHING.define(
        "Puffer Jackets",
        nouns="Puffer Jacket, Insulated Jacket, Puffer Coat, Winter Coat",
        words="puffer jacket, winter coat, winter jacket, puffy coat, padded coat",
        brands="Northrill, Petra Lane, Plainstitch, Summivar",
        price=(39, 349),
        count=28,
        sizes=_LETTERS,
        colors="fashion",
        materials="Down, Nylon, Polyester, Recycled Polyester",
        genders="Men, Men, Women, Women, Boys, Girls",
        features="Hooded, Packable, Long, Water-Resistant",
        extras="with Fleece Collar, with Inner Pocket, 600 Fill, with Faux Fur Trim",
        near="Rain Jackets",
        confusable="Comforters, Dog Jackets, Sleeping Bags, Hoodies",
        facts="""
        Channels are quilted [narrow, so the fill stays put|deep for warmth].
        Warm to [ten|twenty] degrees with a sweater under it.
        Pockets are lined in fleece; one inside [zips|fits a passport].
        Tumble dry low with two tennis balls to fluff it up.
        """,
        asks="very warm coat for women long | gender=Women, feature=Long",
    ),
    _CLOTHING.define(
        "Socks",
        nouns="Socks, Cushioned Socks, Everyday Socks, Sport Socks",
        words="socks, sock, pair of socks",
        brands="Plainstitch, Oakes & Wilder, Northrill, Red Tern",
        price=(6, 44),
        count=30,
        sizes="S, M, L, XL",
        packs="1 2 3 4 6 6 10 12",
        colors="fashion",
        materials="Cotton, Merino Wool, Bamboo Viscose, Polyester",
        genders="Men, Men, Women, Women, Boys, Girls",
        features="Ankle, No-Show, Compression, Knee High",
        extras="with Arch Support, with Cushioned Sole, for Hiking, for Running",
        confusable="Slippers, Insoles, Leggings, Socket Sets",
        facts="""
        {material} with a knit-in [heel pocket|arch band], so they do not ride down.
        Seamless at the toe, [doubled at the heel|terry underfoot].
        Wash hot if you like; [they keep their shape|the tops stay up].
        +Compression: Compression of 15 to 20 mmHg, firmest at the ankle.
        """,
        asks="""
        wool socks for hiking mens | material=Merino Wool, gender=Men
        socks that dont show in sneakers | feature=No-Show
        compression socks for nurses | feature=Compression
        """,
    ),
    _CLOTHING.define(
        "Pajama Sets",
        nouns="Pajama Set, Pajamas, PJ Set, Sleepwear Set",
        words="pajamas, pyjamas, pajama set, pjs, sleepwear",
        price=(17, 98),
        count=26,
        sizes=_LETTERS,
        colors="fashion",
        materials="Cotton, Flannel, Satin, Bamboo Viscose, Fleece",
        genders="Men, Women, Women, Women, Boys, Girls",
        features="Short Sleeve, Long Sleeve, Button-Down, Plaid",
        extras="with Pockets, with Piping, with Drawstring Pants",
        confusable="Slippers, T-Shirts, Sheet Sets",
        facts="""
        {material} top and pants, [with a flat drawstring|cut loose].
        A chest pocket for a tissue, side pockets for cold hands.
        [Piping at the collar|Mother-of-pearl style buttons] make it fit to answer the door in.
        """,
        asks="flannel pjs mens | material=Flannel, gender=Men",
    ),
    _CLOTHING.define(
        "Belts",
        nouns="Belt, Dress Belt, Casual Belt, Work Belt",
        words="belt, waist belt, pants belt",
        brands="Marlow Finch, Oakes & Wilder, Harrowgate Denim, Plainstitch",
        price=(10, 79),
        count=24,
        sizes="30 in., 32 in., 34 in., 36 in., 38 in., 40 in.",
        colors="leather",
        materials="Leather, Faux Leather, Canvas, Nylon",
        genders="Men, Men, Women",
        features="Reversible, Braided, Ratchet",
        extras="with Brass Buckle, 1-1/2 in. Wide, in Gift Box",
        confusable="Jeans, Dog Collars, Resistance Bands",
        facts="""
        {material}, [cut in one piece|edge painted and stitched], not glued layers.
        The buckle [unscrews for trimming|is solid, not plated tin].
        Wears in, not out[; the holes stay round|].
        +Ratchet: Ratchet track adjusts by quarter inches, no holes.
        """,
        asks="real leather belt mens 36 | material=Leather, gender=Men, size=36 in.",
    ),
    _CLOTHING.define(
        "Beanies",
        nouns="Beanie, Knit Hat, Winter Hat, Cuffed Beanie",
        words="beanie, winter hat, knit cap, toque",
        brands="Northrill, Oakes & Wilder, Tessaly, Plainstitch",
        price=(8, 42),
        count=22,
        colors="fashion",
        materials="Merino Wool, Acrylic, Fleece, Cashmere",
        genders="Unisex, Men, Women, Kids",
        features="Slouchy, Fleece-Lined, Pom",
        extras="with Cuff, with Ear Flaps, with LED Light",
        near="",
        confusable="Baseball Caps, Headphones, Bike Helmets",
        facts="""
        {material}, knit [double|thick] at the ears.
        Turns up once or twice, [so it fits most heads|deep enough to cover the lobes].
        Thin enough under a helmet[, warm enough without one|].
        +Fleece-Lined: Fleece-lined band, no itch on the forehead.
        """,
        asks="hat for skiing under helmet",
    ),
    _CLOTHING.define(
        "Baseball Caps",
        nouns="Baseball Cap, Cap, Dad Hat, Ball Cap",
        words="baseball cap, ball cap, baseball hat, cap",
        brands="Red Tern, Oakes & Wilder, Northrill, Plainstitch",
        price=(9, 36),
        count=22,
        colors="fashion",
        materials="Cotton, Polyester, Canvas, Corduroy",
        genders="Unisex, Men, Women, Kids",
        features="Adjustable, Fitted, Mesh",
        extras="with Curved Brim, with Sweatband, for Running",
        confusable="Beanies, Basketballs, Bike Helmets",
        facts="""
        Six panels, [unstructured|with a stiff front], and a brim that comes lightly curved.
        The sweatband [wicks|is soft cotton].
        {material} that fades [well|on purpose].
        """,
    ),
)
