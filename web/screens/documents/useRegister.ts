import { useState } from 'react';
import { type Receipt, useAct, usePressKey } from '../../api/act.js';
import type { PaperDraft } from './draftPaper.js';

/** Registers a document and sends it to its signers in one go; a second press goes on where the first one stopped. */
export function useRegister(caseId: string, role: string) {
  const act = useAct(caseId, { role });
  const [registered, setRegistered] = useState<string>();
  const { key, refused } = usePressKey();
  const register = async (paper: string, draft: PaperDraft, thenSend: boolean): Promise<Receipt | undefined> => {
    try {
      let receipt: Receipt | undefined;
      if (registered === undefined) {
        receipt = await act.mutateAsync({ type: 'RegisterPaper', body: { paper, ...draft }, key: `${key}-register` });
        setRegistered(paper);
      }
      if (!thenSend) return receipt;
      return await act.mutateAsync({
        type: 'SendPaper',
        body: { paper: registered ?? paper },
        key: `${key}-send`,
      });
    } catch (error) {
      if (error instanceof Error) refused(error);
      return undefined;
    }
  };
  return { register, registered, error: act.error, isPending: act.isPending };
}
