import { useEffect, useState } from 'react';

/**
 * Answers a question some time after it was asked, as a server would. Until then `loading` is true and the answer is
 * the one before. A question that is overtaken by another is never answered. The question must keep its identity.
 */
export function useDelayed<Question, Answer>(
  question: Question,
  answer: (question: Question) => Answer,
  delay: number,
): { loading: boolean; answer: Answer | undefined } {
  const [known, setKnown] = useState<{ question: Question; answer: Answer }>();
  useEffect(() => {
    const timer = setTimeout(() => setKnown({ question, answer: answer(question) }), delay);
    return () => clearTimeout(timer);
  }, [question, answer, delay]);
  return { loading: known?.question !== question, answer: known?.answer };
}

/** Counts up once every `interval` milliseconds; stands still at 0. */
export function useTicks(interval: number): number {
  const [ticks, setTicks] = useState(0);
  useEffect(() => {
    if (interval === 0) return;
    const timer = setInterval(() => setTicks((count) => count + 1), interval);
    return () => clearInterval(timer);
  }, [interval]);
  return ticks;
}
