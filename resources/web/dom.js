// Draws a tree of plain objects into the page and changes only what differs, so that the place of the
// keyboard, a half-written word and a screen reader's place stay. Text only ever becomes text nodes.

const SVG = "http://www.w3.org/2000/svg";
const drawn = new WeakMap();

/** One element of the tree, `h("p.hint", {id}, children)`; children may be text, elements, lists of them, or nothing. */
export function h(name, ...children) {
	const [tag, ...classes] = name.split(".");
	const props = isProps(children[0]) ? { ...children.shift() } : {};
	if (classes.length) props.class = [...classes, props.class].filter(Boolean).join(" ");
	return { tag, props, children: children.flat(Infinity).filter((child) => child || child === 0) };
}

function isProps(value) {
	return value && typeof value === "object" && !Array.isArray(value) && !value.tag;
}

/** Makes the children of `root` look like `nodes`; the keyboard's place is kept where it still exists. */
export function draw(root, nodes) {
	const active = document.activeElement;
	fill(root, nodes, false);
	if (active && active !== document.activeElement && root.contains(active)) {
		active.focus({ preventScroll: true });
	}
}

function fill(parent, nodes, inSvg) {
	const old = new Map([...parent.childNodes].map((node, at) => [drawn.get(node)?.id ?? `?${at}`, node]));
	nodes.forEach((node, at) => {
		const id = identify(node, at);
		const element = old.get(id) || create(node, inSvg);
		old.delete(id);
		update(element, node, id, inSvg);
		if (parent.childNodes[at] !== element) parent.insertBefore(element, parent.childNodes[at] || null);
	});
	while (parent.childNodes.length > nodes.length) parent.lastChild.remove();
}

function identify(node, at) {
	if (typeof node !== "object") return `text@${at}`;
	return node.props.key === undefined ? `${node.tag}@${at}` : `${node.tag}#${node.props.key}`;
}

function create(node, inSvg) {
	if (typeof node !== "object") return document.createTextNode("");
	return inSvg || node.tag === "svg" ? document.createElementNS(SVG, node.tag) : document.createElement(node.tag);
}

function update(element, node, id, inSvg) {
	const before = drawn.get(element)?.props || {};
	drawn.set(element, { id, props: node.props });
	if (typeof node !== "object") {
		if (element.nodeValue !== String(node)) element.nodeValue = String(node);
		return;
	}
	for (const name of Object.keys(before)) if (!(name in node.props)) set(element, name, null);
	for (const [name, value] of Object.entries(node.props)) if (before[name] !== value) set(element, name, value);
	fill(element, node.children, inSvg || node.tag === "svg");
}

function set(element, name, value) {
	if (name === "key") return;
	if (name.startsWith("on")) element[name] = value;
	else if (name === "value") {
		if (element !== document.activeElement) element.value = value ?? "";
	} else if (value === null || value === undefined || value === false) element.removeAttribute(name);
	else element.setAttribute(name, value === true ? "" : value);
}
