import { JobFailure } from '../../jobFailure';

/** The run was stopped before a call was made; nothing was sent for it. */
export class CanceledCall extends JobFailure {
	constructor() {
		super({
			message: 'The execution was canceled before this call',
			description: 'Nothing was sent for it. Run it again.',
			isUncertain: false,
		});
	}
}
