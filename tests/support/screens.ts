/**
 * The tag that sends a journey to one screen size. Of language × scripts each size gets two: with scripts in Chinese and
 * without in English on the phone, the other two on the desktop. So each pair of the three is tried, in half the time.
 */
export const onScreen = (language: string, javaScriptEnabled: boolean) =>
	(language === 'zh-CN') === javaScriptEnabled ? '@phone' : '@desktop'
