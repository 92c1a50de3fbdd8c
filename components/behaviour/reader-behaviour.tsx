'use client';

import { useEffect } from 'react';
import { hitSteps } from './hit-steps';
import { rememberingPlace } from './keeping/remember-place';
import { showKept } from './keeping/show-kept';
import { misheard } from './misheard';
import { place } from './place';
import { ribbonSlider } from './ribbon-slider';
import { sectionKeys } from './section-keys';
import { selecting } from './selection/selecting';
import { sheets } from './sheets';
import { soloVoice } from './solo-voice';
import { timeLinks } from './time-links';

/** What the reader can do where scripts run. Renders nothing: the page is complete without it. */
export function ReaderBehaviour() {
  useEffect(() => {
    const stops = [
      timeLinks(),
      place(),
      hitSteps(),
      soloVoice(),
      sheets(),
      misheard(),
      selecting(),
      ribbonSlider(),
      sectionKeys(),
      rememberingPlace(),
    ];
    showKept();
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return null;
}
