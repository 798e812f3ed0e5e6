# SPDX-FileCopyrightText: Inkling contributors
# SPDX-License-Identifier: GPL-3.0-or-later

# Writing ONNX files needs the message classes of the ONNX package and protobuf. Where they are not
# installed, Inkling is built without and says so when a user wants to write such a file.

option(INKLING_ONNX "Write ONNX files, where the ONNX package and protobuf are installed" ON)

if(INKLING_ONNX)
  find_package(Protobuf QUIET)
  find_path(INKLING_ONNX_INCLUDE onnx/onnx_pb.h)
  find_library(INKLING_ONNX_PROTO onnx_proto)
  mark_as_advanced(INKLING_ONNX_INCLUDE INKLING_ONNX_PROTO)
  if(TARGET protobuf::libprotobuf AND INKLING_ONNX_INCLUDE AND INKLING_ONNX_PROTO)
    add_library(inkling-onnx INTERFACE)
    target_include_directories(inkling-onnx SYSTEM INTERFACE "${INKLING_ONNX_INCLUDE}")
    target_compile_definitions(inkling-onnx INTERFACE INKLING_HAS_ONNX ONNX_NAMESPACE=onnx ONNX_ML=1)
    target_link_libraries(inkling-onnx INTERFACE "${INKLING_ONNX_PROTO}" protobuf::libprotobuf)
  else()
    message(STATUS "The ONNX package or protobuf was not found: ONNX files cannot be written.")
  endif()
endif()
