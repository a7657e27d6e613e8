import { CallFailure } from '../../callFailure';

/** The run was stopped before a call was made; nothing was sent for it. */
export class CanceledCall extends CallFailure {
	constructor() {
		super({
			message: 'The execution was canceled before this call',
			description: 'Nothing was sent for it. Run the workflow again.',
			isUncertain: false,
		});
	}
}
