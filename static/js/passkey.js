// A passkey is stored: go on to the recovery codes, or show the list with it.
document.addEventListener("otp_webauthn.register_complete", () => {
  document.getElementById("passkey-stored")?.submit();
});
