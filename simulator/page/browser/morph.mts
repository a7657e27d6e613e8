/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/**
 * Makes the children of `current` those of `next` and keeps every element that can stay, so that
 * focus, scrolling and pictures survive. Elements with the same `data-key` are the same element.
 */
export function morph(current: ParentNode & Node, next: ParentNode & Node): void {
	const keyed = new Map(
		[...current.children].flatMap((child) => {
			const key = keyOf(child);
			return key === undefined ? [] : [[key, child]];
		}),
	);
	let place = current.firstChild;
	for (const wanted of [...next.childNodes]) {
		const kept = counterpart(wanted, place, keyed);
		if (kept === undefined) {
			current.insertBefore(wanted, place);
			continue;
		}
		if (kept === place) place = place.nextSibling;
		else current.insertBefore(kept, place);
		update(kept, wanted);
	}
	while (place !== null) {
		const { nextSibling } = place;
		place.remove();
		place = nextSibling;
	}
}

/** The node that is there already and can become the wanted one. */
function counterpart(
	wanted: ChildNode,
	place: ChildNode | null,
	keyed: ReadonlyMap<string, ChildNode>,
): ChildNode | undefined {
	const key = keyOf(wanted);
	if (key !== undefined) return keyed.get(key);
	if (place === null || keyOf(place) !== undefined) return undefined;
	return place.nodeName === wanted.nodeName ? place : undefined;
}

function update(current: ChildNode, wanted: ChildNode): void {
	if (current.isEqualNode(wanted)) return;
	if (current instanceof Element && wanted instanceof Element) {
		updateAttributes(current, wanted);
		morph(current, wanted);
	} else {
		current.nodeValue = wanted.nodeValue;
	}
}

function updateAttributes(current: Element, wanted: Element): void {
	for (const { name } of [...current.attributes]) {
		if (!wanted.hasAttribute(name)) current.removeAttribute(name);
	}
	for (const { name, value } of wanted.attributes) {
		if (current.getAttribute(name) !== value) current.setAttribute(name, value);
	}
}

function keyOf(node: ChildNode): string | undefined {
	return node instanceof HTMLElement ? node.dataset.key : undefined;
}
