"""Colours: the names that products carry, the family that shoppers ask for, palettes by kind of product."""

from __future__ import annotations

_FAMILIES = {
    "Black": "Black, Matte Black, Onyx, Jet Black, Midnight Black, Black Stainless, Blackened Steel",
    "White": "White, Bright White, Arctic White, Snow, Gloss White",
    "Gray": "Gray, Charcoal, Heather Gray, Slate, Light Gray, Space Gray, Graphite, Ash Gray, Gunmetal",
    "Red": "Red, Burgundy, Crimson, Cherry Red, Brick Red, Barn Red, Ruby",
    "Blue": "Blue, Navy, Royal Blue, Light Blue, Denim Blue, Ocean Blue, Dusty Blue, Dark Wash, Indigo",
    "Green": "Green, Olive, Forest Green, Sage, Hunter Green, Mint, Moss",
    "Yellow": "Yellow, Mustard, Lemon, Hi-Vis Yellow",
    "Orange": "Orange, Rust, Burnt Orange, Coral Orange, Blaze Orange",
    "Purple": "Purple, Lavender, Plum, Violet",
    "Pink": "Pink, Blush, Dusty Rose, Hot Pink, Rosewood",
    "Brown": "Brown, Espresso, Walnut, Chocolate, Rustic Oak, Cognac, Chestnut, Mahogany",
    "Beige": "Beige, Oatmeal, Tan, Khaki, Sand, Linen Beige, Camel",
    "Cream": "Cream, Ivory",
    "Teal": "Teal, Peacock Teal",
    "Silver": "Silver, Stainless, Platinum Silver",
    "Gold": "Gold, Champagne Gold",
    "Nickel": "Satin Nickel, Brushed Nickel",
    "Chrome": "Polished Chrome",
    "Bronze": "Oil-Rubbed Bronze, Aged Bronze",
    "Brass": "Satin Brass, Antique Brass",
    "Copper": "Copper",
    "Clear": "Clear, Crystal Clear",
    "Terracotta": "Terracotta",
    "Natural": "Natural, Natural Oak",
    "Nude": "Nude, Bare Nude",
    "Multicolor": "Multicolor, Rainbow",
}

FAMILY: dict[str, str] = {name: family for family, names in _FAMILIES.items() for name in names.split(", ")}
"""The family of every colour name, e.g. Navy -> Blue. A shopper who says "blue" accepts navy."""

_PALETTES = {
    "appliance": "Black, Black, White, Stainless, Silver, Red, Cream, Matte Black, Black Stainless, Mint",
    "cookware": "Black, Red, Ocean Blue, Cream, Sage, Graphite, Burnt Orange, Teal",
    "mug": "White, Black, Navy, Sage, Cream, Dusty Blue, Terracotta, Gray, Mustard",
    "bottle": "Black, White, Navy, Teal, Hot Pink, Olive, Lavender, Silver, Red, Coral Orange",
    "kitchenware": "Clear, White, Gray, Teal, Red, Natural, Black",
    "wood": "Walnut, Espresso, Rustic Oak, White, Natural Oak, Black, Ash Gray, Chestnut",
    "upholstery": "Charcoal, Light Gray, Navy, Cream, Cognac, Olive, Beige, Dusty Rose, Black, Teal",
    "textile": "White, Ivory, Light Gray, Charcoal, Navy, Sage, Blush, Dusty Blue, Rust",
    "lamp": "Matte Black, Satin Brass, Brushed Nickel, White, Oil-Rubbed Bronze, Gold, Sage",
    "hardware": "Satin Nickel, Brushed Nickel, Matte Black, Oil-Rubbed Bronze, Satin Brass, Polished Chrome",
    "household": "White, Gray, Black, Silver, Clear, Blue",
    "tool": "Red, Black, Yellow, Blue, Orange, Green",
    "tech": "Black, Black, White, Silver, Space Gray, Navy, Mint, Red",
    "case": "Clear, Black, Navy, Lavender, Forest Green, Blush, Red",
    "fashion": "Black, White, Navy, Heather Gray, Charcoal, Burgundy, Olive, Dusty Rose, Mustard, Royal Blue",
    "denim": "Dark Wash, Indigo, Black, Light Blue, Charcoal",
    "leather": "Black, Brown, Cognac, Tan",
    "shoe": "Black, White, Gray, Navy, Red, Royal Blue, Hot Pink, Olive, Tan",
    "boot": "Brown, Black, Tan, Olive, Chestnut, Graphite",
    "outdoor": "Forest Green, Orange, Navy, Gray, Red, Olive, Sand, Ocean Blue",
    "gym": "Black, Purple, Teal, Gray, Hot Pink, Blue, Sage",
    "toy": "Red, Blue, Yellow, Pink, Green, Multicolor, Purple, Brown",
    "baby": "White, Light Gray, Mint, Blush, Dusty Blue, Cream",
    "lips": "Ruby, Nude, Blush, Plum, Coral Orange, Dusty Rose, Burgundy, Hot Pink",
    "garden": "Green, Black, Terracotta, Gray, White, Forest Green",
    "patio": "Navy, Beige, Red, Forest Green, Charcoal, Tan, Teal",
    "ink": "Black, Blue, Red, Multicolor",
    "office": "Black, Gray, White, Navy, Red",
    "pet": "Red, Blue, Black, Pink, Teal, Gray, Brown, Purple, Orange",
}

PALETTES: dict[str, tuple[str, ...]] = {key: tuple(names.split(", ")) for key, names in _PALETTES.items()}
"""Colour names by kind of product; a name that stands twice is twice as frequent."""


def words_of(colors: tuple[str, ...]) -> frozenset[str]:
    """Return every lower-case name a shopper may use for these colours: their own and their families'."""
    return frozenset(word.lower() for color in colors for word in (color, FAMILY[color]))
