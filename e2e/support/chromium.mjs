import { accessSync, constants } from 'node:fs';
import process from 'node:process';
import { chromium } from 'playwright-core';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium of this machine: that of CHROMIUM_PATH, else one in a usual place. */
export function findChromium() {
  const places = process.env.CHROMIUM_PATH
    ? [process.env.CHROMIUM_PATH]
    : USUAL_PLACES;
  return places.find(place => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Starts the browser; whoever starts it closes it. */
export function launchChromium() {
  return chromium.launch({ executablePath: findChromium(), args: FLAGS });
}
