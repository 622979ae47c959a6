import { useState } from 'react';
import type { Position } from './geometry.ts';
import { useI18n } from './i18n/i18n.tsx';

const patienceMs = 10_000;

/** Asks the browser where the person is, when they ask for it; a refusal is answered in words. */
export function useLocate(onFound: (position: Position) => void) {
  const { t } = useI18n();
  const [locating, setLocating] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const locate = () => {
    setProblem(null);
    if (!navigator.geolocation) return setProblem(t.locationFailed);
    setLocating(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setLocating(false);
        onFound({ lon: coords.longitude, lat: coords.latitude });
      },
      (error) => {
        setLocating(false);
        setProblem(error.code === error.PERMISSION_DENIED ? t.locationRefused : t.locationFailed);
      },
      { timeout: patienceMs, maximumAge: 60_000 },
    );
  };
  return { locate, locating, problem, dismiss: () => setProblem(null) };
}
