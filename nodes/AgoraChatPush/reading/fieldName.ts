/** A field, as far as a message has to name it. */
export interface Field {
	displayName: string;
	/** The collection that it stands in; several collections have fields of the same name. */
	within?: string;
}

/** The field as the user sees it. */
export function fieldName({ displayName, within }: Field): string {
	return within === undefined ? `'${displayName}'` : `'${displayName}' in '${within}'`;
}
