import type { NotCovered } from "../../not-covered";
import { TAGS } from "./tags";

export const kinesisNotCovered: readonly NotCovered[] = [{ id: "Kinesis.2", why: TAGS }];
