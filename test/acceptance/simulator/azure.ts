import { Clusters } from './clusters';
import { Extensions } from './extensions';
import { Faults } from './faults';
import { Features } from './features';
import { Recorder } from './recorder';
import { Registrations } from './registrations';
import { key } from './resource-id';
import { SignIn } from './sign-in';
import { defaultSwitches, type Switches } from './switches';
import { Versions } from './versions';

/** Everything there is behind the endpoint. */
export class Azure {
  public readonly switches: Switches;
  public readonly faults = new Faults();
  public readonly recorder = new Recorder();
  public readonly versions = new Versions();
  public readonly features = new Features();
  public readonly clusters: Clusters;
  public readonly extensions: Extensions;
  public readonly registrations: Registrations;
  public readonly signIn: SignIn;

  public constructor(public readonly url: () => string, switches: Partial<Switches> = {}) {
    this.switches = { ...defaultSwitches(), ...switches };
    this.clusters = new Clusters(this.switches);
    this.extensions = new Extensions(url, this.switches, this.versions);
    this.registrations = new Registrations(this.switches,
      (subscription) => this.extensions.all.some(({ cluster }) => key(cluster.subscription) === key(subscription)));
    this.signIn = new SignIn(url);
  }
}
