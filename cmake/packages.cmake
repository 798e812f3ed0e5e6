# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Packages for Debian and what is like it: `cmake --build build/release --target package`. They are
# of the preset `package`, whose core runs on any CPU; from another preset the target goes there.
#
# What is installed names its package by its component: window, cli, data or library. What belongs
# to none (`notices`) is installed by hand and in the archive, but has another form in packages.

install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" "${PROJECT_SOURCE_DIR}/THIRD_PARTY.md"
        DESTINATION share/doc/inkling COMPONENT notices)

find_program(INKLING_SHLIBDEPS dpkg-shlibdeps)
find_program(INKLING_GZIP gzip)
find_program(INKLING_FILE file)
mark_as_advanced(INKLING_SHLIBDEPS INKLING_GZIP INKLING_FILE)
if(NOT INKLING_SHLIBDEPS OR NOT INKLING_GZIP OR NOT INKLING_FILE)
  add_custom_target(
    package
    COMMAND "${CMAKE_COMMAND}" -E echo
            "Cannot make packages: install dpkg-dev, gzip and file, and configure anew."
    COMMAND "${CMAKE_COMMAND}" -E false
    VERBATIM)
  return()
endif()

if(NOT INKLING_PACKAGES)
  set(there "${PROJECT_SOURCE_DIR}/build/package")
  add_custom_target(
    package
    COMMAND "${CMAKE_COMMAND}" --preset package -DINKLING_UI=ON -DINKLING_TESTS=OFF
            --log-level=WARNING
    COMMAND "${CMAKE_COMMAND}" --build "${there}" --target package
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
    USES_TERMINAL VERBATIM)
  return()
endif()

set(package_window inkling)
set(package_cli inkling-cli)
set(package_data inkling-data)
set(package_library libinkling${PROJECT_VERSION_MAJOR})
set(components cli data library)
if(INKLING_UI)
  list(PREPEND components window)
endif()

# The same sources are a package of each release: 0.1.0-1~deb12.
cmake_host_system_information(RESULT system QUERY DISTRIB_ID)
cmake_host_system_information(RESULT release QUERY DISTRIB_VERSION_ID)
string(REPLACE "debian" "deb" system "${system}")
set(INKLING_PACKAGE_RELEASE "1~${system}${release}")
string(TIMESTAMP INKLING_PACKAGE_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME inkling)
set(CPACK_PACKAGE_VENDOR "Inkling contributors")
set(CPACK_PACKAGE_CONTACT "Inkling contributors <inkling-contributors@lists.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "") # each package has its own
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_OUTPUT_FILE_PREFIX "${PROJECT_BINARY_DIR}/packages")
set(CPACK_COMPONENTS_ALL ${components})
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_RELEASE "${INKLING_PACKAGE_RELEASE}")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_SOURCE inkling)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS "${CMAKE_LIBRARY_OUTPUT_DIRECTORY}")
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS ON)

set(CPACK_COMPONENT_WINDOW_DEPENDS library data)
set(CPACK_DEBIAN_WINDOW_DESCRIPTION
    "trains a network to read handwritten digits while you watch
Inkling trains a neural network and then reads the digits you draw. Loss,
accuracy, weights and the outputs of every layer are shown while they change;
a run can be paused, stepped and resumed.
.
Data and a trained model are in the package inkling-data: everything works
offline.")
set(CPACK_DEBIAN_WINDOW_PACKAGE_RECOMMENDS "qt6-wayland, qt6-translations-l10n, qt6-image-formats-plugins")
set(CPACK_DEBIAN_WINDOW_PACKAGE_SUGGESTS "inkling-cli, fonts-wqy-microhei | fonts-noto-cjk")

set(CPACK_COMPONENT_CLI_DEPENDS library data)
set(CPACK_DEBIAN_CLI_DESCRIPTION
    "trains and evaluates digit-reading networks from the command line
The command line of Inkling trains, evaluates, resumes and sweeps without a
window, and exports models as ONNX, NumPy and safetensors files.")

set(CPACK_DEBIAN_CLI_PACKAGE_RECOMMENDS "qt6-image-formats-plugins")

set(CPACK_DEBIAN_DATA_DESCRIPTION
    "handwritten digits, recipes and a trained model for Inkling
What the programs of Inkling read: the MNIST digits (CC BY-SA 3.0), recipes,
sweeps and the model that comes with it.")
set(CPACK_DEBIAN_DATA_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_DATA_PACKAGE_SHLIBDEPS OFF)

set(CPACK_DEBIAN_LIBRARY_DESCRIPTION
    "training library of Inkling
The networks, optimizers and file formats of Inkling, on x86-64 compiled for
any processor and for those with AVX2 and FMA. It has no stable interface:
each version is for its own programs.")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)

# inkling_package_texts(<component>): what the policy wants of a package, in share/doc/<package> and
# share/lintian/overrides.
function(inkling_package_texts component)
  set(INKLING_PACKAGE "${package_${component}}")
  set(from "${PROJECT_SOURCE_DIR}/cmake/packaging")
  set(to "${PROJECT_BINARY_DIR}/packaging/${INKLING_PACKAGE}")
  configure_file("${from}/changelog.in" "${to}/changelog.Debian")
  configure_file("${PROJECT_SOURCE_DIR}/CHANGELOG.md" "${to}/changelog" COPYONLY)
  foreach(name changelog.Debian changelog)
    execute_process(COMMAND "${INKLING_GZIP}" -9nkf "${to}/${name}" COMMAND_ERROR_IS_FATAL ANY)
  endforeach()
  install(FILES "${to}/changelog.Debian.gz" "${to}/changelog.gz" "${from}/copyright"
          DESTINATION share/doc/${INKLING_PACKAGE} COMPONENT ${component})
  if(EXISTS "${from}/${component}.lintian-overrides")
    install(FILES "${from}/${component}.lintian-overrides" RENAME ${INKLING_PACKAGE}
            DESTINATION share/lintian/overrides COMPONENT ${component})
  endif()
  string(TOUPPER "CPACK_DEBIAN_${component}_PACKAGE_NAME" name)
  set(${name} "${INKLING_PACKAGE}" PARENT_SCOPE)
endfunction()

foreach(component IN LISTS components)
  inkling_package_texts(${component})
endforeach()
install(FILES "${PROJECT_SOURCE_DIR}/THIRD_PARTY.md" DESTINATION share/doc/${package_data}
        COMPONENT data)

set(control "${PROJECT_BINARY_DIR}/packaging/control")
file(WRITE "${control}/triggers" "activate-noawait ldconfig\n")
set(version "${PROJECT_VERSION}-${INKLING_PACKAGE_RELEASE}")
file(WRITE "${control}/shlibs"
     "libinkling-core ${PROJECT_VERSION_MAJOR} ${package_library} (= ${version})\n")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA "${control}/triggers" "${control}/shlibs")

include(CPack)
