import { installedVersion } from "../../project";
import { start } from "../start";
import { RandomStandIn } from "./random-stand-in";

start(new RandomStandIn(installedVersion("@pulumi/random")));
