/** The same members, with those that may be undefined left out where they are. */
export type Known<Type> = {
  [Name in keyof Type as undefined extends Type[Name] ? never : Name]: Type[Name];
} & {
  [Name in keyof Type as undefined extends Type[Name] ? Name : never]?: Exclude<Type[Name], undefined>;
};

/** Leaves out what is undefined: an absent member is not one without a value. */
export function known<Type extends object>(value: Type): Known<Type> {
  return Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== undefined),
  ) as Known<Type>;
}
