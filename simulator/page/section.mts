import type { Service } from '../service.mts';
import type { Html } from './html.mts';
import type { PhoneBook } from './phoneBook.mts';
import type { View } from './view.mts';

/** All that a section of the page is drawn from. */
export interface Scene {
	readonly service: Service;
	readonly phoneBook: PhoneBook;
	readonly view: View;
}

/** A part of the page that is kept up to date. */
export interface Section {
	/** The `id` of the element that holds it, and the name of the event that renews it. */
	readonly id: string;
	readonly draw: (scene: Scene) => Html;
}
