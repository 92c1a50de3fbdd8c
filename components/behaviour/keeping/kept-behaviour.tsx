'use client';

import { useEffect } from 'react';
import { keptList } from './kept-list';

/** Shows what is kept on this device. Renders nothing. */
export function KeptBehaviour() {
  useEffect(keptList, []);
  return null;
}
