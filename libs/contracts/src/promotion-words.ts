/** What a promotion event is. */
export const eventKinds = [
  'fair',
  'exhibition',
  'supply-demand-conference',
  'trade-mission',
  'livestream',
  'campaign',
  'training',
] as const;
export const eventLevels = ['national', 'regional', 'province'] as const;

export const eventStates = [
  'registered',
  'approved',
  'under-way',
  'held',
  'reported',
  'postponed',
  'cancelled',
] as const;

/** What promotion events promote; `general` is a fair of everything, a sector of its own. */
export const promotionSectors = [
  'general',
  'ocop',
  'agriculture',
  'rice',
  'fruit-vegetables',
  'seafood',
  'coffee-tea',
  'cashew-pepper',
  'food-beverages',
  'handicrafts',
  'textiles',
  'footwear-leather',
  'wood-furniture',
  'construction-materials',
  'machinery',
  'electronics',
  'supporting-industry',
  'chemicals-plastics',
  'pharmaceuticals',
  'energy',
  'logistics',
  'e-commerce',
  'tourism-services',
] as const;
