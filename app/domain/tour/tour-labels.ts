import type en from '~/i18n/locales/en/tour'

/** The words around a tour. They come from the server with it, so that no other page carries them. */
export type TourLabels = Record<keyof (typeof en)['labels'], string>
