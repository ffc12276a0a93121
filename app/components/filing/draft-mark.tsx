/**
 * Stands first in a form of filing. When somebody goes back, browsers put typed answers into a form whose first names are
 * the same: with each draft there is another one, so that what was cleared on a shared phone does not come back.
 */
export const DraftMark = ({ mark }: { mark: string }) => <input type="hidden" name={`draft-${mark}`} value="" />
