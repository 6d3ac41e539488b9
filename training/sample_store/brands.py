"""The store's brands: invented names, each with a price tier, a quality, series names and a model code."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Brand:
    """One brand. `tier` places its prices (0 budget to 1 premium), `quality` its ratings (0 to 1)."""

    name: str
    tier: float
    quality: float
    series: tuple[str, ...]
    code: str


_TABLE = """
Cuvelle             | 0.85 | 0.88 | Maison, Étape, Provenne                     | CV
Pottersby           | 0.45 | 0.76 | Everyday, Cottage, Larder                   | PB
Simmerly            | 0.15 | 0.62 | Basics, Weeknight, EasyCook                 | SM
Nordvane            | 0.80 | 0.82 | Fjell, Linje, Aurora                        | NV
Branwick            | 0.50 | 0.72 | Heritage, Farmhouse, Select                 | BW
Hearthlow           | 0.40 | 0.70 | Morning, Hearth, Homestead                  | HL
Copper Lane         | 0.90 | 0.84 | Atelier, Foundry, No. 12                    | CL
Wrenfold            | 0.50 | 0.74 | Alder, Birchley, Marlowe                    | WF
Linnoway            | 0.40 | 0.70 | Cloud, Stillwater, Everly                   | LW
Blue Gable          | 0.75 | 0.80 | Harbor, Saltbox, Seaside                    | BG
Moorlight           | 0.15 | 0.60 | Studio, Simple, Flat 4                      | ML
Hallingby           | 0.80 | 0.83 | Larsen, Tove, Ellery                        | HB
Tavish & Rowe       | 0.90 | 0.86 | Kensall, Beaumaris, Aldwin                  | TR
Dunmere             | 0.20 | 0.64 | Essentials, Camden Row, Loft                | DM
Sudsworth           | 0.45 | 0.75 | Fresh Line, Free & Gentle, Deep Clean       | SW
Brightly Kept       | 0.20 | 0.66 | Daily, Tidy, Value                          | BK
Cleanmoor           | 0.30 | 0.70 | Strong Hold, Pantry, Everyday               | CM
Aerolune            | 0.85 | 0.84 | Zephyr, Halo, Drift                         | AL
Vortika             | 0.50 | 0.72 | Whirl, PetPro, Glide                        | VK
Halvorsen           | 0.85 | 0.90 | Smith's Choice, Jobmaster, Fjord            | HV
Ironmoor            | 0.50 | 0.76 | Site, Foreman, Rigger                       | IM
Veltrax             | 0.60 | 0.80 | Torq, Brushless, Compact                    | VX
Grindlock           | 0.15 | 0.60 | Home, Value, DIY                            | GL
Bravik              | 0.45 | 0.74 | Workday, Trade, Garage                      | BR
Oakhaft             | 0.90 | 0.88 | Cabinetmaker, Heritage, Bench               | OH
Dovecote Hardware   | 0.60 | 0.80 | Elsing, Langmere, Thorne                    | DH
Kerrigate           | 0.35 | 0.70 | Passage, Keystone, Builder                  | KG
Lumevale            | 0.55 | 0.77 | BrightBay, Sol, Dayline                     | LV
Glowden             | 0.25 | 0.66 | EcoGlow, Basic, Everbright                  | GD
Zentriq             | 0.50 | 0.73 | Pulse, Core, Edge                           | ZQ
Pixonar             | 0.75 | 0.83 | Vista, Cinema, Studio                       | PX
Corvane             | 0.55 | 0.76 | Glide, Forge, Slate                         | CR
Nuvexa              | 0.90 | 0.86 | S12, S12 Ultra, Air                         | NX
Teklune             | 0.15 | 0.58 | Lite, Go, Plus                              | TK
Sonaro              | 0.80 | 0.87 | Quiet, Reverb, Tempo                        | SN
Brightwire          | 0.20 | 0.70 | Armor, Flex, Basic                          | BT
Orbiq               | 0.85 | 0.84 | 9, 9 Pro, 9 Mini                            | OQ
Halcyo              | 0.35 | 0.66 | One, One Max, Lite                          | HC
Shellbury           | 0.35 | 0.72 | Guardian, Slimfit, Rugged                   | SB
Marlow Finch        | 0.80 | 0.82 | Heritage, Weekend, Oxford Street            | MF
Petra Lane          | 0.55 | 0.75 | Studio, Riviera, Daydream                   | PL
Northrill           | 0.85 | 0.86 | Stormline, Summit, Basecamp                 | NR
Tessaly             | 0.40 | 0.70 | Luna, Soft Hours, Breeze                    | TS
Oakes & Wilder      | 0.55 | 0.76 | Field, Saddle, Union                        | OW
Plainstitch         | 0.15 | 0.64 | Essentials, Everyday, Multipack             | PS
Harrowgate Denim    | 0.50 | 0.77 | 77, Drifter, Wayside                        | HD
Pacevane            | 0.85 | 0.86 | Aerolite, Tempo, Glidewave                  | PV
Trekmoor            | 0.60 | 0.80 | Ridgeway, Cairn, Pathfinder Mid             | TM
Loftstep            | 0.20 | 0.63 | Cruise, Daily, Comfy                        | LS
Solenne             | 0.75 | 0.78 | Margaux, Capri, Isla                        | SO
Hobden              | 0.55 | 0.79 | Foundry, Sawyer, Ironside                   | HO
Red Tern            | 0.40 | 0.72 | Rally, Varsity, Court                       | RT
Summivar            | 0.90 | 0.87 | Altus, Col, Nimbus                          | SV
Fenwold             | 0.45 | 0.73 | Lakeside, Weekender, Meadow                 | FW
Quillback           | 0.30 | 0.68 | Current, Driftwater, Bass Creek             | QB
Ironlark            | 0.50 | 0.77 | Forge, Studio, Core                         | IL
Velloway            | 0.55 | 0.78 | Metro, Gravel, Commuter                     | VW
Tumblewick          | 0.45 | 0.76 | Playroom, Discovery, Story Time             | TW
Brickadoo           | 0.75 | 0.88 | City, Space, Creator Box                    | BD
Pipkin & Plum       | 0.80 | 0.84 | Heirloom, Nursery, Meadow Friends           | PP
Wobblefox           | 0.20 | 0.62 | Fun Pack, Party, Mini                       | WX
Littlemoss          | 0.55 | 0.80 | Gentle, Sprout, First Days                  | LM
Cubbyhill           | 0.25 | 0.68 | Snug, Value, On the Go                      | CH
Dewlane             | 0.85 | 0.82 | Clarity, Rosewater, Overnight               | DL
Solvie              | 0.50 | 0.78 | Sun Daily, Aqua, Sport                      | SL
Amberlis            | 0.45 | 0.74 | Repair, Volume, Silk                        | AM
Verity Bloom        | 0.80 | 0.80 | Velvet, Atelier, Petal                      | VB
Kindroot            | 0.55 | 0.79 | Botanics, Bare, Oat & Aloe                  | KR
Plainwash           | 0.10 | 0.62 | Family, Value, Simple                       | PW
Brisby              | 0.60 | 0.78 | Precision, Wave, Everyday                   | BY
Mossmere            | 0.55 | 0.78 | Kitchen Garden, Evergreen, Orchard          | MM
Rainwick            | 0.50 | 0.75 | Flow, NeverKink, Spring                     | RW
Plotwell            | 0.15 | 0.62 | Starter, Balcony, Basics                    | PT
Thornbrook          | 0.85 | 0.86 | Estate, Rosarian, Walled Garden             | TB
Emberyard           | 0.65 | 0.80 | Pitmaster, Patio, Sear                      | EY
Sunperch            | 0.30 | 0.70 | Songbird, Veranda, Backyard                 | SP
Papermoth           | 0.40 | 0.76 | Campus, Recycled, Journal                   | PM
Quillmark           | 0.75 | 0.83 | Signature, Draft, Studio                    | QM
Deskforge           | 0.60 | 0.75 | Ergo, Pivot, Lift                           | DF
Ledgerly            | 0.20 | 0.68 | Basics, Office Pack, Daily                  | LG
Inkvale             | 0.35 | 0.66 | XL, Standard, Value Set                     | IV
Barkwell            | 0.50 | 0.77 | Nap Time, Trail Dog, Good Boy               | BL
Whiskerton          | 0.50 | 0.76 | Purrfect, Indoor, Tower                     | WT
Muddy Basil         | 0.85 | 0.85 | Field Dog, Kennel Row, Country         | MB
Furrowtail          | 0.20 | 0.63 | Everyday, Value, Snack                      | FT
Tailgrove           | 0.60 | 0.80 | Wholesome, Grain Free, Pasture              | TG
"""


def _parse(line: str) -> Brand:
    name, tier, quality, series, code = (part.strip() for part in line.split("|"))
    return Brand(name, float(tier), float(quality), tuple(series.split(", ")), code)


BRANDS: dict[str, Brand] = {brand.name: brand for brand in map(_parse, _TABLE.strip().splitlines())}
"""Every brand by its name."""
