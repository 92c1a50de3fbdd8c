import { typefaces } from '@/app/picture/typefaces';

/** The typeface as the site draws with it. */
export const { regular, strong } = typefaces();
