import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { queryClient } from '../api/client';
import { Button } from '../kit/button';
import { Notice } from '../kit/notice';
import { useSignIn } from './account';
import { PageHeading } from './heading';
import { useWords } from './settings';

// React runs effects twice while developing, and a code is good once.
let ended: Promise<string> | undefined;

/** Where the provider sends people back to. */
export default function SignedIn() {
  const words = useWords();
  const navigate = useNavigate();
  const { complete, signIn } = useSignIn();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    ended ??= complete();
    ended
      .then(async (to) => {
        // What was answered to nobody is not what is answered to somebody.
        await queryClient.invalidateQueries();
        await navigate({ href: to, replace: true });
      })
      .catch(() => setFailed(true));
  }, [complete, navigate]);
  return (
    <>
      <PageHeading title={words.signingIn} />
      {failed && (
        <Notice title={words.signInFailed}>
          <Button onPress={() => void signIn()}>{words.tryAgain}</Button>
        </Notice>
      )}
    </>
  );
}
