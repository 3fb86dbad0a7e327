import type { NotCovered } from "../../not-covered";

export const mskNotCovered: readonly NotCovered[] = [
    { id: "MSK.3", why: "The platform runs no MSK Connect: its consumers are pods." },
    { id: "MSK.5", why: "The platform runs no MSK Connect: its consumers are pods." },
];
