import type { NotCovered } from "../../not-covered";
import { TAGS } from "./tags";

export const eventbridgeNotCovered: readonly NotCovered[] = [{ id: "EventBridge.2", why: TAGS }];
