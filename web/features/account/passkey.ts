/** Passkeys: between the browser's dialogs and better-auth's addresses. */
import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';
import { type Answer, get, post } from './ask.ts';

/** Browsers give no passkey to a bare number, such as 127.0.0.1. */
export const passkeysWork = () => browserSupportsWebAuthn() && !/^[\d.]+$|^\[/.test(window.location.hostname);

export async function signInWithPasskey(): Promise<Answer<unknown>> {
  const options = await get<PublicKeyCredentialRequestOptionsJSON>('/passkey/generate-authenticate-options');
  if (options.failure) return options;
  try {
    const response = await startAuthentication({ optionsJSON: options.body });
    return await post('/passkey/verify-authentication', { response });
  } catch {
    return stopped('PASSKEY_STOPPED');
  }
}

export async function addPasskey(name: string): Promise<Answer<unknown>> {
  const options = await get<PublicKeyCredentialCreationOptionsJSON>('/passkey/generate-register-options');
  if (options.failure) return options;
  try {
    const response = await startRegistration({ optionsJSON: options.body });
    return await post('/passkey/verify-registration', { response, name });
  } catch (error) {
    const known = error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED';
    return stopped(known ? 'PASSKEY_KNOWN' : 'PASSKEY_STOPPED');
  }
}

const stopped = (code: string): Answer<never> => ({ failure: { code, status: 0, retryAfterSeconds: undefined } });
