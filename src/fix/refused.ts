/**
 * Why a wheel is left as it is: a clause for people without single quotes, such as `two of its members are called "a"`.
 * Never leaves `src/fix/`.
 */
export class Refused extends Error {}
