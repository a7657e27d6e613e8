/** What a message needs to name a field. */
export interface Field {
	displayName: string;
	/** Its collection, as several collections have fields of the same name. */
	within?: string;
}

/** The field as the user sees it. */
export function fieldName({ displayName, within }: Field): string {
	return within === undefined ? `'${displayName}'` : `'${displayName}' in '${within}'`;
}
