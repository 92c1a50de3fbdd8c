'use client';

import { useEffect } from 'react';
import { copying } from './copying';
import { keysHelp } from './keys-help';
import { offline } from './offline';
import { preferences } from './preferences';
import { scriptsRun } from './scripts-run';
import { searchKeys } from './search-keys';
import { themeToggle } from './theme-toggle';

/** What every page can do where scripts run. Renders nothing: the page is complete without it. */
export function SiteBehaviour() {
  useEffect(() => {
    const stops = [
      scriptsRun(),
      themeToggle(),
      preferences(),
      searchKeys(),
      keysHelp(),
      copying(),
      offline(),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return null;
}
