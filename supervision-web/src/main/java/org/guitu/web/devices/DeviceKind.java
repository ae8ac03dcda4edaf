package org.guitu.web.devices;

/** What a device is in the eyes of the law. A phone is not an electronic positioning device (实施办法, article 37). */
public enum DeviceKind {
    BRACELET,
    PHONE
}
