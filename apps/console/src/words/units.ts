import type { InBoth } from './languages';

/** Units as they stand beside a number; what is not here is named as the API names it (`useUnits`). */
export const shortUnits: Readonly<Record<string, InBoth>> = {
  VND_BN: { vi: 'tỷ đồng', en: 'VND bn' },
  VND_MN: { vi: 'triệu đồng', en: 'VND mn' },
  USD_MN: { vi: 'triệu USD', en: 'USD mn' },
  USD: { vi: 'USD', en: 'USD' },
  PCT: { vi: '%', en: '%' },
  PP: { vi: 'điểm %', en: 'pp' },
  INDEX: { vi: 'điểm', en: 'points' },
  HA: { vi: 'ha', en: 'ha' },
  KM2: { vi: 'km²', en: 'km²' },
  M2: { vi: 'm²', en: 'm²' },
  MW: { vi: 'MW', en: 'MW' },
  MWP: { vi: 'MWp', en: 'MWp' },
  KWH_MN: { vi: 'triệu kWh', en: 'mn kWh' },
  TOE: { vi: 'TOE', en: 'toe' },
  COUNT: { vi: '', en: '' },
};
