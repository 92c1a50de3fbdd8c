'use client';

import { useEffect } from 'react';
import { liveSearch } from './live-search';

/** The search page answers while one types, where scripts run. Renders nothing. */
export function SearchBehaviour() {
  useEffect(liveSearch, []);
  return null;
}
