/** A field, as far as a message has to name it. */
export interface Named {
	displayName: string;
	/** The collection that it stands in; several collections have fields of the same name. */
	within?: string;
}

/** The field as the user sees it. */
export function nameOf({ displayName, within }: Named): string {
	return within === undefined ? `'${displayName}'` : `'${displayName}' in '${within}'`;
}
