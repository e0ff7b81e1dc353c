/** 2018-02-26 as 26.02.2018, as acts are dated. */
export const formatDay = (day: string): string => day.split('-').reverse().join('.');
