import { useSignIn } from './account';
import { useNaming, useWords } from './settings';

const isIdentifier = /^[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;

/** Who did something: oneself by name; others by their account, as far as people call it anything. */
export function useAccountName(): (subject: string) => string {
  const words = useWords();
  const naming = useNaming();
  const { account } = useSignIn();
  return (subject) => {
    if (subject === account?.id) return naming(account.name);
    return isIdentifier.test(subject)
      ? words.anotherAccount
      : words.accountNamed.replace('{account}', subject);
  };
}
