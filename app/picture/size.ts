/** Width and height of every picture, in pixels. */
export const PICTURE_SIZE = { width: 1200, height: 630 };
