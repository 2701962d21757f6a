import { Problem, type PutTraderContact } from '@doit/contracts';
import { ruleOn } from '@doit/reference';
import { todayInVietNam } from '@doit/registers';
import { refuseFutureDays } from '../days';

/** A contact that rests on a consent. */
export type Consented = PutTraderContact & Required<Pick<PutTraderContact, 'consentOn' | 'purposes'>>;

/**
 * Personal data is kept with the consent of a day, to a purpose; and of no use unless somebody can be reached.
 * @throws Problem trader.contact-without-consent, register.step-in-future, trader.contact-unreachable
 */
export function requireConsent(contact: PutTraderContact): asserts contact is Consented {
  const { consentOn, purposes, phone, email } = contact;
  const unsaid = [
    ...(consentOn === undefined ? ['/consentOn'] : []),
    ...(purposes === undefined || purposes.length === 0 ? ['/purposes'] : []),
  ];
  if (unsaid.length > 0) {
    const code = 'trader.contact-without-consent';
    // What is kept now is kept by the law of today, whenever the consent was given.
    const source = ruleOn('trader.contact-consent', todayInVietNam())?.legalSource ?? { vi: '–', en: '–' };
    throw new Problem(
      code,
      { source },
      unsaid.map((pointer) => ({ pointer, code, params: { source } })),
    );
  }
  refuseFutureDays({ consentOn: consentOn ?? null }, ['consentOn']);
  const code = 'trader.contact-unreachable';
  if (!phone && !email) throw new Problem(code, {}, [{ pointer: '/email', code }]);
}
