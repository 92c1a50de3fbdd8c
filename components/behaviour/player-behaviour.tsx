'use client';

import { useEffect } from 'react';

/**
 * Makes the recording follow along where scripts run. Only pages with a recording have it, and what it
 * takes comes after them; where it does not come, the browser's own player serves.
 */
export function PlayerBehaviour() {
  useEffect(() => {
    let left = false;
    let stop = () => {};
    const embeds = document.querySelector('[data-embed]') !== null;
    const coming = embeds ? import('./player/embed') : import('./player/player');
    coming.then(
      ({ start }) => {
        if (!left) stop = start();
      },
      () => {},
    );
    return () => {
      left = true;
      stop();
    };
  }, []);
  return null;
}
