'use client';

import { useEffect } from 'react';
import { continueReading } from './continue-reading';

/** Shows what was begun and kept on this device. Renders nothing. */
export function LibraryBehaviour() {
  useEffect(continueReading, []);
  return null;
}
