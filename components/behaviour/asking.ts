/** Long enough that a quick typist asks once a word, short enough to feel instant. */
const PAUSE_MS = 100;
/** From here on a wait is noticed, and deserves a sign. */
const STALLED_MS = 250;

interface Asking<Answer> {
  fetch: (question: string, signal: AbortSignal) => Promise<Answer>;
  answered: (answer: Answer, question: string) => void;
  failed: (question: string) => void;
  stalled: (on: boolean) => void;
}

/**
 * Asks a server while somebody types. Answers arrive in any order, so each question has a number:
 * only the newest one may speak. Until it does, what is shown stays.
 */
export function asking<Answer>({ fetch, answered, failed, stalled }: Asking<Answer>) {
  let newest = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;
  let request: AbortController | undefined;

  const settle = () => {
    clearTimeout(patience);
    patience = undefined;
    stalled(false);
  };
  const send = async (question: string) => {
    const mine = ++newest;
    request?.abort();
    request = new AbortController();
    // Not started anew by every letter: who types on while the server is slow is told so too.
    patience ??= setTimeout(() => stalled(true), STALLED_MS);
    try {
      const answer = await fetch(question, request.signal);
      if (mine !== newest) return;
      settle();
      answered(answer, question);
    } catch {
      if (mine !== newest) return;
      settle();
      failed(question);
    }
  };

  return {
    /** Asks once nothing more is typed, or at once. */
    ask(question: string, atOnce = false) {
      clearTimeout(pause);
      if (atOnce) void send(question);
      else pause = setTimeout(send, PAUSE_MS, question);
    },
    /** Whatever is under way has nothing to say any more. */
    stop() {
      newest++;
      clearTimeout(pause);
      request?.abort();
      settle();
    },
  };
}
